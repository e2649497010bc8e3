/**
 * Every metric of swarmd, once: its name with the unit in it, its labels, and what it says. The list in
 * docs/operations.md is this table, and a test keeps it so. Each metric has the label `process` as well
 * (agent, control-plane), which whoever shows it adds.
 * Labels have few values: states, verbs, methods, codes. Only services are named, and at most a thousand.
 */

/**
 * counter: only rises. sampled: read at the scrape. sampled-counter: read at the scrape, only rises.
 * histogram: how the observed values are spread, over the buckets of durations.
 */
type Kind = 'counter' | 'sampled' | 'sampled-counter' | 'histogram';

interface Definition {
  readonly kind: Kind;
  readonly labels: readonly string[];
  readonly help: string;
}

/** From half a millisecond to two minutes: commits at one end, pulled images at the other. */
export const DURATION_BUCKETS_SECONDS: readonly number[] = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120,
];

export const METRICS = {
  swarmd_build_info: {
    kind: 'sampled',
    labels: ['version'],
    help: 'Always 1; the label says which build runs.',
  },
  swarmd_control_plane_up: {
    kind: 'sampled',
    labels: [],
    help: 'Managers only: 1 when the control plane serves and answered this scrape, 0 when its metrics are missing from it.',
  },
  swarmd_event_loop_delay_seconds: {
    kind: 'sampled',
    labels: ['quantile'],
    help: 'How late timers fired since the last scrape, by quantile; 1 is the longest.',
  },
  swarmd_process_resident_memory_bytes: {
    kind: 'sampled',
    labels: [],
    help: 'Memory of the process that is in RAM.',
  },
  swarmd_process_cpu_seconds_total: {
    kind: 'sampled-counter',
    labels: [],
    help: 'Processor time the process has used.',
  },
  swarmd_rpc_calls_total: {
    kind: 'counter',
    labels: ['method', 'code'],
    help: 'Calls answered, by method and code of the answer (ok, cancelled, or the code of the error).',
  },
  swarmd_rpc_call_duration_seconds: {
    kind: 'histogram',
    labels: ['method'],
    help: 'Time from a call to its answer; streams, which last as long as their caller likes, are left out.',
  },
  swarmd_commit_entries_total: {
    kind: 'counter',
    labels: ['outcome'],
    help: 'Entries proposed to the log, by outcome (applied, failed).',
  },
  swarmd_commit_groups_total: {
    kind: 'counter',
    labels: ['outcome'],
    help: 'Groups of changes that were committed, by outcome (applied, refused because something changed meanwhile).',
  },
  swarmd_commit_bytes_total: {
    kind: 'counter',
    labels: [],
    help: 'Bytes proposed to the log.',
  },
  swarmd_commit_duration_seconds: {
    kind: 'histogram',
    labels: [],
    help: 'Time from proposing an entry until it is durable and applied.',
  },
  swarmd_log_flush_duration_seconds: {
    kind: 'histogram',
    labels: [],
    help: 'Time the disk took to make written log and snapshot data durable.',
  },
  swarmd_log_applied_index: {
    kind: 'sampled',
    labels: [],
    help: 'Index of the log entry the state is of.',
  },
  swarmd_status_writer_waiting: {
    kind: 'sampled',
    labels: [],
    help: 'Reports of agents that wait for the next commit.',
  },
  swarmd_sessions: {
    kind: 'sampled',
    labels: [],
    help: 'Agents that are connected.',
  },
  swarmd_session_backlog: {
    kind: 'sampled',
    labels: [],
    help: 'Messages and changed tasks that agents were not told of yet, over all sessions.',
  },
  swarmd_session_network_answer_owed_seconds: {
    kind: 'sampled',
    labels: ['node'],
    help: 'For how long an agent has not said that it acts on what it was told of networks; only of those that owe it.',
  },
  swarmd_drains_cut_short_total: {
    kind: 'counter',
    labels: [],
    help: 'Tasks that were told to stop by their drain timeout, before every node had said that it sends them no more traffic.',
  },
  swarmd_nodes: {
    kind: 'sampled',
    labels: ['state', 'availability'],
    help: 'Nodes by state and availability.',
  },
  swarmd_tasks: {
    kind: 'sampled',
    labels: ['state'],
    help: 'Tasks by observed state, finished ones that are remembered included; pending ones wait for the scheduler.',
  },
  swarmd_services: {
    kind: 'sampled',
    labels: [],
    help: 'Services.',
  },
  swarmd_services_short: {
    kind: 'sampled',
    labels: [],
    help: 'Services with fewer running tasks than they should have.',
  },
  swarmd_services_unnamed: {
    kind: 'sampled',
    labels: [],
    help: 'Services beyond the most that have series of their own below.',
  },
  swarmd_service_tasks_desired: {
    kind: 'sampled',
    labels: ['service'],
    help: 'Tasks the service should have.',
  },
  swarmd_service_tasks_running: {
    kind: 'sampled',
    labels: ['service'],
    help: 'Tasks of the service that should run and were last reported running.',
  },
  swarmd_rollouts: {
    kind: 'sampled',
    labels: ['state'],
    help: 'Services by the state of their last rollout.',
  },
  swarmd_agent_connected: {
    kind: 'sampled',
    labels: [],
    help: '1 while a manager has registered this node and the line stands.',
  },
  swarmd_agent_tasks: {
    kind: 'sampled',
    labels: ['state'],
    help: 'Tasks this node holds, by observed state.',
  },
  swarmd_agent_reports_waiting: {
    kind: 'sampled',
    labels: [],
    help: 'Tasks whose newest status was not sent yet.',
  },
  swarmd_agent_reports_unacknowledged: {
    kind: 'sampled',
    labels: [],
    help: 'Batches of reports sent and not acknowledged as stored.',
  },
  swarmd_engine_usable: {
    kind: 'sampled',
    labels: [],
    help: '1 while the container engine answers and this node may take tasks.',
  },
  swarmd_engine_calls_total: {
    kind: 'counter',
    labels: ['verb', 'outcome'],
    help: 'What was asked of the container engine, by verb and outcome (ok, unreachable, refused, cancelled).',
  },
  swarmd_engine_call_duration_seconds: {
    kind: 'histogram',
    labels: ['verb'],
    help: 'How long it took; prepare covers pulling the image, start the first health check, stop the grace period.',
  },
  swarmd_network_changes_waiting: {
    kind: 'sampled',
    labels: [],
    help: 'Changes of overlay networks that this node was told and has not in force yet.',
  },
  swarmd_network_change_duration_seconds: {
    kind: 'histogram',
    labels: [],
    help: 'From being told of a change of overlay networks until it is in force on this node.',
  },
  swarmd_names_asked_total: {
    kind: 'counter',
    labels: ['answer'],
    help: 'Questions of containers for names, by answer: known, nobody (no such name), elsewhere (passed on to other name servers), refused (of no network of ours, or not understood).',
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type MetricName = keyof typeof METRICS;

type NameOf<K extends Kind> = {
  [N in MetricName]: (typeof METRICS)[N]['kind'] extends K ? N : never;
}[MetricName];

export type CountedName = NameOf<'counter'>;
export type TimedName = NameOf<'histogram'>;
export type SampledName = NameOf<'sampled' | 'sampled-counter'>;

/** What each value of the metric is labelled with. */
export type LabelsOf<N extends MetricName> = Readonly<Record<(typeof METRICS)[N]['labels'][number], string>>;

/**
 * Flags of `service create` and `service update` → a service spec. Both commands change a spec by the same
 * rules: create starts from an empty one with defaults, update from the one the service has. A list flag is
 * `--X` on create, `--X-add` and `--X-rm` on update.
 */
import {
  ENDPOINT_MODES,
  type EndpointSpec,
  EndpointSpecCodec,
  NODE_LOSS_POLICIES,
  type PortSpec,
  RESTART_CONDITIONS,
  type RestartPolicy,
  type ServiceSpec,
  ServiceSpecCodec,
  type TaskSpec,
  TaskSpecCodec,
} from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { DEFAULT_RESTART_POLICY } from '../../../proto/model/service-spec.js';
import { parseCount } from './amounts.js';
import { complaint } from './complaint.js';
import { changeContainer } from './container-spec.js';
import { parseDurationMs } from './durations.js';
import type { FlagValues } from './flag-values.js';
import { changedLabels, type ListChange, ListFlags, type SpecFlags } from './list-flags.js';
import { changedMode, newMode } from './mode-flags.js';
import { changedNetworks } from './network-flags.js';
import { changedPlacement } from './placement-flags.js';
import { parsePublish, parsePublishRemoval } from './ports.js';
import { changedResources } from './resource-flags.js';
import { changedSchedule } from './schedule-flags.js';
import { changedUpdateConfig } from './update-config-flags.js';
import { parsePairs } from './value-texts.js';

/** A new service: what the flags say over Docker's defaults. */
export function newServiceSpec(
  image: string,
  args: readonly string[],
  name: string,
  given: SpecFlags,
): ServiceSpec {
  const blank = ServiceSpecCodec.create({
    name,
    mode: newMode(given.flags),
    task: { container: { image, args }, restart: DEFAULT_RESTART_POLICY },
  });
  return changedServiceSpec(blank, given);
}

/** The spec with the flags' changes; what no flag names stays as it is. */
export function changedServiceSpec(spec: ServiceSpec, given: SpecFlags): ServiceSpec {
  const { flags } = given;
  const lists = new ListFlags(given.form, flags);
  return {
    ...spec,
    labels: changedLabels(spec.labels, lists.change('label')),
    mode: changedMode(spec, flags),
    task: changedTask(spec.task ?? TaskSpecCodec.create(), given, lists),
    endpoint: changedEndpoint(spec.endpoint, flags, lists.change('publish')),
    update: changedUpdateConfig(spec.update, 'update', flags),
    rollback: changedUpdateConfig(spec.rollback, 'rollback', flags),
    schedule: changedSchedule(spec.schedule, flags),
    onNodeDown: flags.word('on-node-down', NODE_LOSS_POLICIES) ?? spec.onNodeDown,
  };
}

function changedTask(task: TaskSpec, given: SpecFlags, lists: ListFlags): TaskSpec {
  const { flags } = given;
  return {
    ...task,
    container: changeContainer(task.container, given, lists),
    resources: changedResources(task.resources, flags, lists),
    restart: changedRestart(task.restart, flags),
    placement: changedPlacement(task.placement, flags, lists),
    forceUpdate: task.forceUpdate + (flags.isOn('force') ? 1 : 0),
    logDriver: changedLogDriver(task.logDriver, flags),
    networks: changedNetworks(task.networks, lists.change('network'), given.networks),
  };
}

function changedRestart(restart: RestartPolicy | undefined, flags: FlagValues): RestartPolicy | undefined {
  const condition = flags.word('restart-condition', RESTART_CONDITIONS.toReversed());
  const delayMs = flags.parsed('restart-delay', parseDurationMs);
  const maxAttempts = flags.parsed('restart-max-attempts', parseCount);
  const windowMs = flags.parsed('restart-window', parseDurationMs);
  const given = [condition, delayMs, maxAttempts, windowMs];
  if (given.every((value) => value === undefined)) return restart;
  const before = restart ?? DEFAULT_RESTART_POLICY;
  return {
    ...before,
    condition: condition ?? before.condition,
    delayMs: delayMs ?? before.delayMs,
    maxAttempts: maxAttempts ?? before.maxAttempts,
    windowMs: windowMs ?? before.windowMs,
  };
}

function changedLogDriver(driver: TaskSpec['logDriver'], flags: FlagValues): TaskSpec['logDriver'] {
  const name = flags.text('log-driver');
  if (name === undefined && !flags.isGiven('log-opt')) return driver;
  const options = parsePairs('--log-opt', flags.list('log-opt'));
  if (name !== undefined) return { name, options };
  if (driver === undefined) throw complaint('--log-opt', 'needs --log-driver');
  return { ...driver, options };
}

function changedEndpoint(
  endpoint: EndpointSpec | undefined,
  flags: FlagValues,
  change: ListChange,
): EndpointSpec | undefined {
  const mode = flags.word('endpoint-mode', ENDPOINT_MODES);
  const drainTimeoutMs = flags.parsed('drain-timeout', parseDurationMs);
  if (!change.isGiven && mode === undefined && drainTimeoutMs === undefined) return endpoint;
  const before = endpoint ?? EndpointSpecCodec.create();
  return {
    ...before,
    ports: changedPorts(before.ports, change),
    mode: mode ?? before.mode,
    drainTimeoutMs: drainTimeoutMs ?? before.drainTimeoutMs,
  };
}

function changedPorts(ports: readonly PortSpec[], change: ListChange): readonly PortSpec[] {
  const isRemoved = change.remove.map((text) => parsePublishRemoval(change.removeFlag, text));
  const kept = ports.filter((port) => isRemoved.every((matches) => !matches(port)));
  const added = change.add.flatMap((text) => parsePublish(change.addFlag, text));
  return [...kept, ...added.filter((port) => !kept.some((other) => isSame(port, other)))];
}

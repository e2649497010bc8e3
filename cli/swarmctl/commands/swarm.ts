/**
 * swarm init, update, join, join-token, leave: what this machine is in, and how others come in.
 */
import { hasCode } from '../../../proto/base/errors.js';
import { ClusterSpecCodec, NODE_AVAILABILITIES, NODE_ROLES } from '../../../proto/gen/objects.js';
import { type InitReply, InitRequestCodec, JoinRequestCodec } from '../../../proto/gen/node.js';
import {
  changedClusterSpec,
  CLUSTER_FLAG_NAMES,
  FIRST_CLUSTER_FLAG_NAMES,
  newClusterSpec,
} from '../rules/cluster-flags.js';
import { complaint } from '../rules/complaint.js';
import { parseDurationMs } from '../rules/durations.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { FlagValues } from '../rules/flag-values.js';
import { parsePairs } from '../rules/value-texts.js';
import type { Invocation, Session } from '../session.js';

/** Making keys and waiting for a first leader, or for a manager far away, takes longer than a look. */
export const MEMBERSHIP_WITHIN_MS = 90_000;

/** What the cluster, or its node, has from before. */
const FOR_NEW_CLUSTERS = ['availability', ...CLUSTER_FLAG_NAMES, ...FIRST_CLUSTER_FLAG_NAMES] as const;

export async function initSwarm({ flags }: Invocation, session: Session): Promise<ExitCode> {
  if (flags.isOn('force-new-cluster')) refuseBeside('force-new-cluster', FOR_NEW_CLUSTERS, flags);
  const request = InitRequestCodec.create({
    listenAddress: flags.text('listen-addr'),
    advertiseAddress: flags.text('advertise-addr'),
    availability: flags.word('availability', NODE_AVAILABILITIES),
    forceNewCluster: flags.isOn('force-new-cluster'),
    dataPathAddress: flags.text('data-path-addr'),
    spec: newClusterSpec(flags),
  });
  const local = await session.connection.local();
  const made = await local.init(request, {
    ...session.connection.callOptions,
    timeoutMs: MEMBERSHIP_WITHIN_MS,
  });
  sayInitialized(made, session);
  return EXIT.ok;
}

/** Nothing that was asked for is dropped in silence. */
function refuseBeside(flag: string, others: readonly string[], flags: FlagValues): void {
  const unfit = others.find((name) => flags.isGiven(name));
  if (unfit !== undefined) throw complaint(`--${flag}`, `does not go with --${unfit}`);
}

/** What whoever has begun a cluster, or begun it anew, must know. */
export function sayInitialized(made: InitReply, { output }: Session): void {
  output.line(`Swarm initialized: current node (${made.nodeId}) is now a manager.\n`);
  output.line(joinLines('worker', made.workerToken, made.advertiseAddress));
  output.line('To add a manager, print its line with: swarmctl swarm join-token manager\n');
}

function joinLines(role: string, token: string, ...addresses: readonly string[]): string {
  const [address = 'HOST:2377', ...others] = addresses;
  const also = others.length === 0 ? '' : `Other managers that may be named there: ${others.join(', ')}\n`;
  return `To add a ${role} to this swarm, run the following command:\n\n    swarmctl swarm join --token ${token} ${address}\n${also}`;
}

/** So often somebody else may be faster before this gives up. */
const MOST_RETRIES = 5;

export async function updateSwarm({ flags }: Invocation, session: Session): Promise<ExitCode> {
  if (!CLUSTER_FLAG_NAMES.some((name) => flags.isGiven(name)))
    throw complaint('swarm update', `say what to change: --${CLUSTER_FLAG_NAMES.join(', --')}`);
  const { connection, output } = session;
  const control = await connection.control();
  for (let retries = 0; ; retries += 1) {
    const { spec, meta } = await control.getCluster({}, connection.callOptions);
    const wanted = changedClusterSpec(spec ?? ClusterSpecCodec.create(), flags);
    const request = { version: meta?.versions['spec'] ?? 0, spec: wanted };
    try {
      await connection.change((options) => control.updateCluster(request, options));
      output.line('Swarm updated.');
      return EXIT.ok;
    } catch (error) {
      if (!hasCode(error, 'object.conflict') || retries === MOST_RETRIES) throw error;
    }
  }
}

/** What a node that is a member already has. */
const FOR_NEW_NODES = [
  'label',
  'auto-remove',
  'availability',
  'listen-addr',
  'advertise-addr',
  'data-path-addr',
] as const;

export async function joinSwarm({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const token = flags.text('token');
  if (flags.isOn('refresh')) {
    refuseBeside('refresh', FOR_NEW_NODES, flags);
    return await refreshManagers(args, token, session);
  }
  if (token === undefined || token === '')
    throw complaint('--token', 'is needed; print it on a manager with "swarmctl swarm join-token worker"');
  const request = JoinRequestCodec.create({
    remoteAddresses: args,
    token,
    availability: flags.word('availability', NODE_AVAILABILITIES),
    listenAddress: flags.text('listen-addr'),
    advertiseAddress: flags.text('advertise-addr'),
    labels: parsePairs('--label', flags.list('label')),
    autoRemoveAfterMs: flags.parsed('auto-remove', parseDurationMs) ?? 0,
    dataPathAddress: flags.text('data-path-addr'),
  });
  const local = await session.connection.local();
  const { role } = await local.join(request, {
    ...session.connection.callOptions,
    timeoutMs: MEMBERSHIP_WITHIN_MS,
  });
  session.output.line(`This node joined a swarm as a ${role}.`);
  return EXIT.ok;
}

/** Containers, certificate and role stay: the node only looks for its managers there. */
async function refreshManagers(
  remoteAddresses: readonly string[],
  token: string | undefined,
  { connection, output }: Session,
): Promise<ExitCode> {
  if (token !== undefined && token !== '')
    throw complaint('--refresh', 'is for a node that is a member already, and takes no --token');
  const local = await connection.local();
  const request = JoinRequestCodec.create({ remoteAddresses });
  await local.join(request, { ...connection.callOptions, timeoutMs: MEMBERSHIP_WITHIN_MS });
  output.line(`This node looks for its managers at ${remoteAddresses.join(', ')} now.`);
  return EXIT.ok;
}

export async function showJoinToken({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { output, connection } = session;
  const role = NODE_ROLES.find((known) => known === args[0]);
  if (role === undefined) throw complaint('ROLE', 'must be worker or manager', args[0]);
  const control = await connection.control();
  const rotate = flags.isOn('rotate');
  const reply = await connection.change((options) => control.getJoinToken({ role, rotate }, options));
  if (flags.isOn('quiet')) {
    output.line(reply.token);
    return EXIT.ok;
  }
  if (rotate) output.line(`Successfully rotated ${role} join token.\n`);
  output.line(joinLines(role, reply.token, ...reply.managerAddresses));
  return EXIT.ok;
}

export async function leaveSwarm({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const local = await session.connection.local();
  const options = { ...session.connection.callOptions, timeoutMs: MEMBERSHIP_WITHIN_MS };
  await local.leave({ force: flags.isOn('force') }, options);
  session.output.line('Node left the swarm.');
  return EXIT.ok;
}

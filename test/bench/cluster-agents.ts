/**
 * The agents of the cluster benchmark, all in one process: each is the product's own (session, worker, task runner,
 * reporter) with a certificate and a connection of its own; only engine and disk are simulated, and take their time.
 * Told everything by a file whose path is its only argument. At SIGUSR2 the agents that are to vanish fall silent at
 * once, as machines without power do: their connections are not even closed.
 */
import { readFile } from 'node:fs/promises';
import { Agent } from '../../agent/agent.js';
import { forgetfulRecoveryEpochs } from '../../agent/recovery-epochs.js';
import { SystemClock } from '../../proto/base/clock.js';
import { openLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { eventually } from '../kit/eventually.js';
import { SimEngine } from '../kit/sim-engine.js';
import { SimRandom } from '../kit/sim-clock.js';
import { SimProcess } from '../kit/sim-process.js';
import { SimTaskDisk } from '../kit/sim-task-file.js';

export interface BenchAgents {
  readonly managerAddress: string;
  readonly agents: readonly { readonly nodeId: string; readonly identity: TlsIdentity }[];
  /** So many of them, the last ones, vanish when they are told to. */
  readonly vanishing: number;
}

/** So many may be on their way to their manager at the same time: machines do not boot in the same instant. */
const MOST_STARTING = 50;
const CONNECTED_WITHIN_MS = 120_000;

const clock = new SystemClock();
// Seeded, as the dice of a thousand engines would cost more than the agents; those of the agents are their own.
const engineRandom = new SimRandom(1);
const log = openLog('error', { program: 'bench-agents' }, 2);

interface Running {
  readonly process: SimProcess;
  readonly agent: Agent;
}

function startAgent(nodeId: string, identity: TlsIdentity, managerAddress: string): Running {
  const process = new SimProcess({ name: nodeId, skewMs: 0 }, clock);
  const engine = new SimEngine(nodeId, { clock, random: engineRandom, onEvent: () => undefined });
  const agent = new Agent(
    {
      stateDirectory: '',
      nodeId,
      hostname: nodeId,
      managerAddresses: [managerAddress],
      localManagerAddress: '',
    },
    {
      runtime: engine.runtimeFor(process),
      clock: process.clock,
      random: new SystemRandom(),
      log,
      openChannel: (address) => RpcChannel.tls(address, identity),
      taskFile: new SimTaskDisk({ clock, random: engineRandom }).fileFor(process),
      recoveryEpochs: forgetfulRecoveryEpochs(),
      onNodeChange: () => undefined,
      onRemoved: () => log.error('a node was removed', { nodeId }),
    },
  );
  agent.run(new AbortController().signal).catch((error: unknown) => {
    if (process.isAlive) throw error;
  });
  return { process, agent };
}

const { managerAddress, agents, vanishing } = JSON.parse(
  await readFile(process.argv[2] ?? '', 'utf8'),
) as BenchAgents;
const running: Running[] = [];
process.on('SIGUSR2', () => {
  for (const each of running.slice(running.length - vanishing)) each.process.kill();
});
for (const { nodeId, identity } of agents) {
  running.push(startAgent(nodeId, identity, managerAddress));
  await eventually(
    'agents connect',
    () => running.filter(({ agent }) => !agent.isConnected).length,
    (starting) => starting < MOST_STARTING,
    { withinMs: CONNECTED_WITHIN_MS },
  );
}

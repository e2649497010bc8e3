/**
 * An agent as a process of its own, for tests that kill it: told everything by one argument, a JSON text.
 */
import { Agent } from '../../agent/agent.js';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import { SystemClock } from '../../proto/base/clock.js';
import { openLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';

export interface AgentProgramOptions {
  readonly stateDirectory: string;
  readonly managerAddress: string;
  readonly endpoint: string;
  readonly clusterId: string;
  readonly nodeId: string;
  readonly identity: TlsIdentity;
}

const options = JSON.parse(process.argv[2] ?? '{}') as AgentProgramOptions;
const { stateDirectory, managerAddress, endpoint, clusterId, nodeId, identity } = options;
const clock = new SystemClock();
const log = openLog('warn', {}, 2);
const agent = new Agent(
  { stateDirectory, nodeId, hostname: 'test', managerAddresses: [managerAddress], localManagerAddress: '' },
  {
    runtime: new DockerRuntime({ endpoint, owner: { clusterId, nodeId } }, { clock, log }),
    clock,
    random: new SystemRandom(),
    log,
    openChannel: (address) => RpcChannel.tls(address, identity),
    onNodeChange: () => undefined,
    onRemoved: () => undefined,
  },
);
await agent.run(new AbortController().signal);

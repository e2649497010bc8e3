/**
 * swarmd started again on a machine whose clock is not set yet: it waits, says so, and enters its cluster then.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeIdentity } from '../../agent/certificate.js';
import { NodeProgram } from '../../cli/swarmd/node-program.js';
import { NodeStateFile } from '../../cli/swarmd/node-state.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { LocalNodeService, type LocalStatusReply } from '../../proto/gen/node.js';
import { eventually } from '../kit/eventually.js';
import { TestAuthority } from '../kit/test-certificates.js';

const LONGEST_SLEEP_MS = 50;

/** Begins long ago until it is set; nobody sleeps long. */
class UnsetClock extends SystemClock {
  isSet = false;

  override nowMs(): number {
    return this.isSet ? super.nowMs() : 0;
  }

  override sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return super.sleep(Math.min(delayMs, LONGEST_SLEEP_MS), signal);
  }
}

describe('swarmd', () => {
  it('enters its cluster again as soon as the clock of the machine is right', async () => {
    const stateDirectory = await mkdtemp(join(tmpdir(), 'swarmd-'));
    const socketPath = join(stateDirectory, 'swarmd.sock');
    const authority = await TestAuthority.make();
    await writeIdentity(join(stateDirectory, 'certificates'), await authority.identity('n1', 'swarm-worker'));
    await new NodeStateFile(stateDirectory).write({
      nodeId: 'n1',
      clusterId: authority.clusterId,
      role: 'worker',
      managerAddresses: ['127.0.0.1:1'],
      listenAddress: '',
      advertiseAddress: '',
    });
    const clock = new UnsetClock();
    const dockerHost = `unix://${join(stateDirectory, 'no-engine.sock')}`;
    const program = new NodeProgram(
      { stateDirectory, socketPath, dockerHost, logLevel: 'silent' },
      { clock, random: new SystemRandom(), log: silentLog },
    );
    const stop = new AbortController();
    const running = program.run(stop.signal);
    const channel = RpcChannel.unix(socketPath);
    try {
      const node = channel.client(LocalNodeService);
      const is = (state: string): Promise<LocalStatusReply> =>
        eventually(
          `swarmd is ${state}`,
          () => node.status({}),
          (status) => status.state === state,
        );
      assert.match((await is('error')).error, /not valid before.*Check the clock/);
      clock.isSet = true;
      assert.equal((await is('active')).nodeId, 'n1');
    } finally {
      channel.close();
      stop.abort();
      await running;
      await rm(stateDirectory, { recursive: true });
    }
  });
});

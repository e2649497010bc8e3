/**
 * swarmd on a machine that is not as it should be: its clock is not set yet, or its engine is away.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeIdentity } from '../../agent/certificate.js';
import type { SwarmdConfig } from '../../cli/swarmd/config.js';
import { NodeProgram } from '../../cli/swarmd/node-program.js';
import { NodeStateFile } from '../../cli/swarmd/node-state.js';
import { type Clock, SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { Client } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import {
  type InitRequest,
  InitRequestCodec,
  LocalNodeService,
  type LocalStatusReply,
} from '../../proto/gen/node.js';
import { eventually } from '../kit/eventually.js';
import { freePort } from '../kit/manager-trio.js';
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

/** What a worker of the authority's cluster has on its disk, and the engine it cannot reach. */
async function aMember(): Promise<SwarmdConfig> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'swarmd-'));
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
  const socketPath = join(stateDirectory, 'swarmd.sock');
  const dockerHost = `unix://${join(stateDirectory, 'no-engine.sock')}`;
  return {
    stateDirectory,
    socketPath,
    dockerHost,
    genericResources: [],
    logLevel: 'silent',
    metricsAddress: undefined,
    store: undefined,
  };
}

/** Runs swarmd over that disk for as long as the look takes. */
async function whileItRuns(
  clock: Clock,
  look: (node: Client<typeof LocalNodeService>, config: SwarmdConfig) => Promise<void>,
): Promise<void> {
  const config = await aMember();
  const program = new NodeProgram(config, { clock, random: new SystemRandom(), log: silentLog });
  const stop = new AbortController();
  const running = program.run(stop.signal);
  const channel = RpcChannel.unix(config.socketPath);
  try {
    await look(channel.client(LocalNodeService), config);
  } finally {
    channel.close();
    stop.abort();
    await running;
    await rm(config.stateDirectory, { recursive: true });
  }
}

function becomes(node: Client<typeof LocalNodeService>, state: string): Promise<LocalStatusReply> {
  return eventually(
    `swarmd is ${state}`,
    () => node.status({}),
    (status) => status.state === state,
  );
}

describe('swarmd', () => {
  it('enters its cluster again as soon as the clock of the machine is right', async () => {
    const clock = new UnsetClock();
    await whileItRuns(clock, async (node) => {
      assert.match((await becomes(node, 'error')).error, /not valid before.*Check the clock/);
      clock.isSet = true;
      assert.equal((await becomes(node, 'active')).nodeId, 'n1');
    });
  });

  it('does not leave its containers behind for an engine that is away, unless it is forced to', async () => {
    await whileItRuns(new SystemClock(), async (node, { stateDirectory }) => {
      await becomes(node, 'active');
      await assert.rejects(
        node.leave({ force: false }),
        (error) => hasCode(error, 'swarm.leave-refused') && /no-engine\.sock.*--force/.test(error.message),
      );
      assert.equal((await node.status({})).nodeId, 'n1', 'a refused leave changes nothing');
      assert.equal((await new NodeStateFile(stateDirectory).read())?.nodeId, 'n1');
      await node.leave({ force: true });
      assert.equal((await node.status({})).state, 'inactive');
      assert.equal(await new NodeStateFile(stateDirectory).read(), undefined);
    });
  });

  it('keeps where traffic of networks goes as it was said, and refuses what this machine has not', async () => {
    await whileItRuns(new SystemClock(), async (node, { stateDirectory }) => {
      await becomes(node, 'active');
      await node.leave({ force: true });
      const request = (dataPathAddress: string): InitRequest =>
        InitRequestCodec.create({ listenAddress: `127.0.0.1:${port}`, dataPathAddress });
      const port = await freePort();
      await assert.rejects(
        node.init(request('no-such-interface')),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === '--data-path-addr',
      );
      assert.equal((await node.status({})).state, 'inactive');
      await node.init(request('lo'), { timeoutMs: 60_000 });
      const { dataPathAddress } = (await new NodeStateFile(stateDirectory).read()) ?? {};
      assert.equal(dataPathAddress, 'lo');
    });
  }).timeout(90_000);
});

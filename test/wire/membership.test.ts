/**
 * A node in a cluster whose own agent breaks: everything else goes on, and the agent comes back.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workerDirectory } from '../../cli/swarmd/directories.js';
import { Membership } from '../../cli/swarmd/membership.js';
import { type NodeState, NodeStateFile } from '../../cli/swarmd/node-state.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { noMeter } from '../../proto/base/meter.js';
import { SystemRandom } from '../../proto/base/random.js';
import { eventually } from '../kit/eventually.js';
import { ScriptedDispatcher } from '../kit/scripted-dispatcher.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { TestAuthority } from '../kit/test-certificates.js';

/** Nobody waits longer than this: the pauses are not what is tested. */
const LONGEST_SLEEP_MS = 400;

class HastyClock extends SystemClock {
  override sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return super.sleep(Math.min(delayMs, LONGEST_SLEEP_MS), signal);
  }
}

describe('a node in a cluster', () => {
  let stateDirectory: string;
  let dispatcher: ScriptedDispatcher;
  let membership: Membership | undefined;

  beforeEach(async () => {
    stateDirectory = await mkdtemp(join(tmpdir(), 'membership-'));
  });

  afterEach(async () => {
    await membership?.stop();
    await dispatcher?.close();
    await rm(stateDirectory, { recursive: true });
  });

  it('whose agent cannot read its tasks says so, and works as soon as it can', async () => {
    const authority = await TestAuthority.make();
    dispatcher = await ScriptedDispatcher.start(authority);
    const config = {
      stateDirectory,
      socketPath: '',
      dockerHost: '',
      genericResources: [],
      logLevel: 'silent',
      metricsAddress: undefined,
      store: undefined,
    } as const;
    // A folder where the file should be.
    const inTheWay = join(workerDirectory(config), 'agent', 'tasks.db');
    await mkdir(inTheWay, { recursive: true });
    const state: NodeState = {
      nodeId: 'n1',
      clusterId: authority.clusterId,
      role: 'worker',
      managerAddresses: [dispatcher.address],
      listenAddress: '',
      advertiseAddress: '',
    };
    const node = new Membership(config, state, await authority.identity('n1', 'swarm-worker'), {
      runtime: new SimRuntime(),
      stateFile: new NodeStateFile(stateDirectory),
      clock: new HastyClock(),
      random: new SystemRandom(),
      log: silentLog,
      meter: noMeter,
      findAddresses: (found) => Promise.resolve(found),
    });
    membership = node;
    await eventually(
      'a failure',
      () => node.failure?.message,
      (message) => message !== undefined && message.includes('EISDIR'),
    );
    await rm(inTheWay, { recursive: true });
    const session = await dispatcher.session();
    session.send({ kind: 'node', node: { managerAddresses: [dispatcher.address] } });
    await eventually(
      'no failure',
      () => node.failure,
      (failure) => failure === undefined,
    );
    assert.equal(session.hasEnded, false);
  });
});

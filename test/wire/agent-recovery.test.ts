/**
 * A cluster that was recovered, and managers of before that are still there: an agent that was told of the
 * recovery follows only those that are of it, also after a restart.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/agent.js';
import { SystemClock } from '../../proto/base/clock.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { eventually } from '../kit/eventually.js';
import { rejectsWith } from '../kit/control-door.js';
import { RecordedLog } from '../kit/recorded-log.js';
import { ScriptedDispatcher } from '../kit/scripted-dispatcher.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { TestAuthority } from '../kit/test-certificates.js';

describe('an agent of a cluster that was recovered', () => {
  let identity: TlsIdentity;
  let folder: string;
  let before: ScriptedDispatcher;
  let after: ScriptedDispatcher;
  let log: RecordedLog;
  let runtime: SimRuntime;
  let stopAgent: () => Promise<void> = () => Promise.resolve();

  beforeEach(async () => {
    const authority = await TestAuthority.make();
    identity = await authority.identity('n1', 'swarm-worker');
    folder = await mkdtemp(join(tmpdir(), 'swarmd-recovery-'));
    before = await ScriptedDispatcher.start(authority);
    after = await ScriptedDispatcher.start(authority);
    after.recoveryEpoch = 1;
    runtime = new SimRuntime();
  });
  afterEach(async () => {
    await stopAgent();
    await Promise.all([before.close(), after.close()]);
    await rm(folder, { recursive: true });
  });

  function start(...dispatchers: readonly ScriptedDispatcher[]): Promise<void> {
    const stop = new AbortController();
    log = new RecordedLog();
    const managerAddresses = dispatchers.map(({ address }) => address);
    const agent = new Agent(
      { stateDirectory: folder, nodeId: 'n1', hostname: 'h1', managerAddresses, localManagerAddress: '' },
      {
        runtime,
        clock: new SystemClock(),
        random: new SystemRandom(),
        log,
        openChannel: (address) => RpcChannel.tls(address, identity),
        onNodeChange: () => undefined,
        onRemoved: () => undefined,
      },
    );
    const running = agent.run(stop.signal);
    stopAgent = async () => {
      stop.abort();
      await running;
    };
    return running;
  }

  const epochFile = (): string => join(folder, 'agent', 'recovery-epoch');

  const untilKept = (): Promise<unknown> =>
    eventually(
      'the recovery is kept',
      async () => await readFile(epochFile(), 'utf8').catch(() => ''),
      (text) => text === '1\n',
    );

  const superseded = (): Promise<unknown> =>
    eventually(
      'the agent turns a manager away',
      () => log.lines.map(({ facts }) => String(facts['error'])),
      (errors) => errors.some((error) => error.includes('recovery 1 is in force')),
    );

  it('follows the managers of the recovery, and turns those of before away, also after a restart', async () => {
    void start(before);
    await before.session();
    await stopAgent();
    void start(after);
    await after.session();
    await untilKept();
    await stopAgent();

    void start(before);
    const session = await before.session(2);
    const register = session.received.find(({ kind }) => kind === 'register');
    assert.equal(register?.kind === 'register' ? register.register.recoveryEpoch : undefined, 1);
    session.assign({ complete: true, sequence: 1, update: [{ taskId: 'a', desired: 'running' }] });
    await superseded();
    assert.deepEqual([...runtime.containerByTaskId.keys()], []);
  });

  it('finds a manager of the recovery among those of before', async () => {
    void start(after);
    await after.session();
    await untilKept();
    await stopAgent();
    void start(before, after);
    const session = await after.session(2);
    session.assign({
      complete: true,
      sequence: 1,
      update: [{ taskId: 'a', desired: 'running', spec: { container: { image: 'web:1' } } }],
    });
    await eventually(
      'its task runs',
      () => session.statusOf('a')?.state,
      (state) => state === 'running',
    );
  });

  it('keeps nothing on disk where there was no recovery', async () => {
    void start(before);
    await before.session();
    await assert.rejects(readFile(epochFile()), { code: 'ENOENT' });
  });

  it('does not guess what it was told when its file is damaged', async () => {
    void start(after);
    await after.session();
    await untilKept();
    await stopAgent();
    await writeFile(epochFile(), 'one');
    await assert.rejects(start(before), rejectsWith('runtime.failed'));
    stopAgent = () => Promise.resolve();
  });
});

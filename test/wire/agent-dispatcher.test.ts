/**
 * The real agent and the real dispatcher, from the join token on, over TLS; only containers are doubles.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/agent.js';
import { joinCluster, readIdentity, writeIdentity } from '../../agent/certificate.js';
import { remove, update } from '../../control-plane/store/rules/change.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { LogOptionsCodec } from '../../proto/gen/dispatcher.js';
import { aTask } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { commitAll } from '../kit/memory-store.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { TestDispatcher } from '../kit/test-dispatcher.js';

describe('an agent and its dispatcher', () => {
  let setup: TestDispatcher;
  let folder: string;
  let runtime: SimRuntime;
  let nodeId: string;
  let removals: number;
  let stopAgent: () => Promise<void>;

  beforeEach(async () => {
    setup = await TestDispatcher.open();
    folder = await mkdtemp(join(tmpdir(), 'swarm-agent-'));
    runtime = new SimRuntime();
    removals = 0;
    const { address } = setup.manager;
    const token = setup.manager.token('worker');
    const modules = { clock: new SystemClock(), log: silentLog };
    const joined = await joinCluster({ addresses: [address], token, availability: 'active' }, modules);
    nodeId = joined.nodeId;
    await writeIdentity(join(folder, 'certificates'), joined.identity);
    await startAgent();
  });
  afterEach(async () => {
    await stopAgent();
    await setup.close();
    await rm(folder, { recursive: true });
  });

  async function startAgent(): Promise<void> {
    const clock = new SystemClock();
    const identity = await readIdentity(join(folder, 'certificates'), { clock, log: silentLog });
    const { address } = setup.manager;
    const stop = new AbortController();
    const agent = new Agent(
      {
        stateDirectory: folder,
        nodeId,
        hostname: 'worker-host',
        managerAddresses: [address],
        localManagerAddress: '',
      },
      {
        runtime,
        clock,
        random: new SystemRandom(),
        log: silentLog,
        // The test's managers say other addresses than the port they got.
        openChannel: () => RpcChannel.tls(address, identity),
        onNodeChange: () => undefined,
        onRemoved: () => {
          removals += 1;
        },
      },
    );
    const running = agent.run(stop.signal);
    stopAgent = async () => {
      stop.abort();
      await running;
    };
  }

  const assign = async (id: string): Promise<void> =>
    await setup.put({ id, placement: { nodeId }, status: { state: 'assigned' } });
  const desire = async (id: string, state: 'shutdown' | 'remove'): Promise<void> => {
    const { desired } = aTask({ desired: { state } });
    await commitAll(setup.manager.memory.store, [
      { checks: [], changes: [update('task', id, 'desired', { desired })] },
    ]);
  };
  const taskBecomes = async (id: string, state: string): Promise<unknown> =>
    await eventually(
      `${id} ${state}`,
      () => setup.manager.memory.store.view().task(id)?.status?.state,
      (seen) => seen === state,
    );
  const containersAre = async (...taskIds: readonly string[]): Promise<unknown> =>
    await eventually(
      'containers',
      () => [...runtime.containerByTaskId.keys()].toSorted().join(),
      (seen) => seen === taskIds.toSorted().join(),
    );

  it('are asked how their networks are, and answer', async () => {
    const ask = async () => (await setup.server.examinations.ask(nodeId, new AbortController().signal)).error;
    const answers = 'it takes part in no overlay networks';
    await eventually('an answer', ask, (error) => error === answers);
    await stopAgent();
    await eventually('nobody', ask, (error) => error === 'it is not connected');
    await startAgent();
  });

  it('take a task from its assignment to its end, and its container away with its record', async () => {
    await assign('t1');
    await taskBecomes('t1', 'running');
    await desire('t1', 'shutdown');
    await taskBecomes('t1', 'shutdown');
    await containersAre('t1');
    await commitAll(setup.manager.memory.store, [{ checks: [], changes: [remove('task', 't1')] }]);
    await containersAre();
  });

  it('keep running what runs through a restart of either, and through another term', async () => {
    await assign('t1');
    await taskBecomes('t1', 'running');
    const started = (): number => runtime.calls.filter((call) => call === 'start t1').length;
    const container = runtime.containerByTaskId.get('t1')?.containerId;
    await setup.endTerm();
    setup.beginTerm();
    await assign('t2');
    await taskBecomes('t2', 'running');
    await stopAgent();
    await startAgent();
    await assign('t3');
    await taskBecomes('t3', 'running');
    assert.equal(runtime.containerByTaskId.get('t1')?.containerId, container);
    assert.equal(runtime.containerByTaskId.size, 3);
    assert.equal(setup.manager.memory.store.view().task('t1')?.status?.state, 'running');
    assert.ok(started() <= 2, 'started once, and perhaps asked for again by the agent that came back');
  });

  it('report what happened while the line was down, as soon as it stands again', async () => {
    await assign('t1');
    await taskBecomes('t1', 'running');
    await setup.endTerm();
    runtime.exit('t1', 3);
    setup.beginTerm();
    await taskBecomes('t1', 'failed');
  });

  it("bring a container's lines to who reads them", async () => {
    await assign('t1');
    await taskBecomes('t1', 'running');
    const line = { stream: 'stdout', atMs: 1, data: Buffer.from('hello') } as const;
    runtime.containerByTaskId.get('t1')?.lines.push(line);
    const options = LogOptionsCodec.create({ tail: -1, stdout: true, stderr: true });
    const signal = new AbortController().signal;
    const texts: string[] = [];
    for await (const { lines, missing } of setup.server.logs.read([{ taskId: 't1', nodeId }], options, {
      signal,
      requestId: 'logs-1',
    })) {
      assert.equal(missing, undefined);
      texts.push(...lines.map(({ data }) => Buffer.from(data).toString()));
    }
    assert.deepEqual(texts, ['hello']);
  });

  it('part when the node is removed, and the agent hears of it', async () => {
    await assign('t1');
    await taskBecomes('t1', 'running');
    await commitAll(setup.manager.memory.store, [{ checks: [], changes: [remove('node', nodeId)] }]);
    await eventually(
      'told of the removal',
      () => removals,
      (count) => count > 0,
    );
  });
});

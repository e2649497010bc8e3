/**
 * An agent against a dispatcher over real gRPC, with a runtime double: from an assignment to a running task and
 * back, lost lines, restarts, and everything a manager may say.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, removeEverything } from '../../agent/agent.js';
import { SystemClock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { type AssignedTaskInput, LogOptionsCodec, type NodeChange } from '../../proto/gen/dispatcher.js';
import type { TaskState } from '../../proto/gen/objects.js';
import { eventually } from '../kit/eventually.js';
import { ScriptedDispatcher, type ScriptedSession } from '../kit/scripted-dispatcher.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { TestAuthority } from '../kit/test-certificates.js';

const task = (taskId: string, desired: AssignedTaskInput['desired'] = 'running'): AssignedTaskInput => ({
  taskId,
  taskName: `web.1.${taskId}`,
  serviceId: 's1',
  serviceName: 'web',
  desired,
  spec: { container: { image: 'web:1' } },
});

describe('agent', () => {
  let authority: TestAuthority;
  let identity: TlsIdentity;
  let stateDirectory: string;
  let dispatcher: ScriptedDispatcher;
  let runtime: SimRuntime;
  let stopAgent: () => Promise<void>;
  let agent: Agent;
  let nodeChanges: NodeChange[];
  let removedCount: number;

  function startAgent(managerAddresses: readonly string[] = [dispatcher.address]): void {
    const stop = new AbortController();
    agent = new Agent(
      { stateDirectory, nodeId: 'n1', hostname: 'h1', managerAddresses, localManagerAddress: '' },
      {
        runtime,
        clock: new SystemClock(),
        random: new SystemRandom(),
        log: silentLog,
        openChannel: (address) => RpcChannel.tls(address, identity),
        onNodeChange: (change) => nodeChanges.push(change),
        onRemoved: () => {
          removedCount += 1;
        },
      },
    );
    const running = agent.run(stop.signal);
    stopAgent = async () => {
      stop.abort();
      await running;
    };
  }

  async function restartAgent(): Promise<void> {
    await stopAgent();
    startAgent();
  }

  const reaches = (session: ScriptedSession, taskId: string, state: TaskState): Promise<unknown> =>
    eventually(
      `${taskId} is ${state}`,
      () => session.statusOf(taskId)?.state,
      (seen) => seen === state,
    );

  const containers = (): string[] => [...runtime.containerByTaskId.keys()];

  const onlyContainers = (...taskIds: string[]): Promise<unknown> =>
    eventually('containers', containers, (seen) => seen.toSorted().join() === taskIds.toSorted().join());

  beforeEach(async () => {
    stateDirectory = await mkdtemp(join(tmpdir(), 'agent-'));
    dispatcher = await ScriptedDispatcher.start(authority);
    runtime = new SimRuntime();
    nodeChanges = [];
    removedCount = 0;
    startAgent();
  });

  afterEach(async () => {
    await stopAgent();
    await dispatcher.close();
    await rm(stateDirectory, { recursive: true });
  });

  before(async () => {
    authority = await TestAuthority.make();
    identity = await authority.identity('n1', 'swarm-worker');
  });

  it('registers with what its node is made of, and beats', async () => {
    await stopAgent();
    dispatcher.heartbeatPeriodMs = 50;
    startAgent();
    const session = await dispatcher.session();
    const [first] = session.received;
    assert.ok(first?.kind === 'register');
    assert.equal(first.register.format, 1);
    assert.equal(first.register.description?.hostname, 'sim');
    assert.equal(first.register.description?.runtimeError, '');
    await eventually(
      'beats',
      () => session.count('heartbeat'),
      (count) => count >= 3,
    );
  });

  it('brings a task to running, stops it, and removes its container when it is let go', async () => {
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'running');
    assert.equal(session.statusOf('a')?.container?.containerId, 'container1');
    session.assign({ sequence: 2, update: [task('a', 'shutdown')] });
    await reaches(session, 'a', 'shutdown');
    assert.deepEqual(containers(), ['a']);
    session.assign({ sequence: 3, removeTaskIds: ['a'] });
    await onlyContainers();
  });

  it('prepares a task that may not start yet, and starts it when told', async () => {
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a', 'ready')] });
    await reaches(session, 'a', 'ready');
    assert.equal(runtime.calls.includes('start a'), false);
    session.assign({ sequence: 2, update: [task('a')] });
    await reaches(session, 'a', 'running');
  });

  it('rejects what cannot be prepared and fails what ends badly, each with its reason', async () => {
    runtime.missingImages.add('web:1');
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'rejected');
    assert.match(session.statusOf('a')?.error ?? '', /No such image web:1: pull failed/);
    runtime.missingImages.clear();
    session.assign({ sequence: 2, update: [task('b'), task('c')] });
    await reaches(session, 'b', 'running');
    await reaches(session, 'c', 'running');
    runtime.exit('b', 3);
    runtime.exit('c', 0);
    await reaches(session, 'b', 'failed');
    await reaches(session, 'c', 'complete');
    assert.equal(session.statusOf('b')?.error, 'task: non-zero exit (3)');
    assert.equal(session.statusOf('b')?.container?.exitCode, 3);
  });

  it('gives up preparing when the task is to stop, and never lowers what is desired', async () => {
    const release = runtime.hold('prepare', 'a');
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'preparing');
    session.assign({ sequence: 2, update: [task('a', 'shutdown')] });
    session.assign({ sequence: 3, update: [task('a', 'running')] });
    await reaches(session, 'a', 'shutdown');
    release();
    assert.deepEqual(containers(), []);
  });

  it('stops no container when the line to the managers breaks, and tells everything anew', async () => {
    const first = await dispatcher.session();
    first.assign({ complete: true, sequence: 1, update: [task('a'), task('b')] });
    await reaches(first, 'a', 'running');
    await reaches(first, 'b', 'running');
    first.outgoing.end(new Error('the manager died'));
    runtime.exit('b', 1);
    const second = await dispatcher.session(2);
    await reaches(second, 'a', 'running');
    await reaches(second, 'b', 'failed');
    assert.equal(runtime.calls.includes('stop a'), false);
    assert.equal(runtime.containerByTaskId.get('a')?.state, 'running');
  });

  it('sends a status until it is acknowledged', async () => {
    dispatcher.acknowledges = false;
    const first = await dispatcher.session();
    const ids = Array.from({ length: 40 }, (_each, at) => `t${at}`);
    // One by one, so that they travel apart; only so many batches may be on their way.
    ids.forEach((id, at) => first.assign({ complete: at === 0, sequence: at + 1, update: [task(id)] }));
    await eventually('the last one runs', () => runtime.calls.includes('wait t39'), Boolean);
    assert.ok(first.count('statuses') <= 16);
    dispatcher.acknowledges = true;
    first.send({ kind: 'ack', ack: { sequence: first.count('statuses') } });
    for (const id of ids) await reaches(first, id, 'running');
  });

  it('asks for everything again when a message of assignments is missing', async () => {
    const first = await dispatcher.session();
    first.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(first, 'a', 'running');
    first.assign({ sequence: 3, update: [task('c')] });
    const second = await dispatcher.session(2);
    await reaches(second, 'a', 'running');
    assert.deepEqual(containers(), ['a']);
  });

  it('adopts its running containers after a restart, before any manager answers', async () => {
    const first = await dispatcher.session();
    first.assign({ complete: true, sequence: 1, update: [task('a'), task('b')] });
    await reaches(first, 'a', 'running');
    await reaches(first, 'b', 'running');
    dispatcher.refusal = new SwarmError('manager.not-leader', { leader: '' });
    await restartAgent();
    runtime.calls.length = 0;
    await eventually(
      'it waits again',
      () => runtime.calls,
      (calls) => calls.includes('wait a'),
    );
    runtime.exit('b', 1);
    dispatcher.refusal = undefined;
    const second = await dispatcher.session(2);
    await reaches(second, 'a', 'running');
    await reaches(second, 'b', 'failed');
    assert.equal(second.statusOf('a')?.container?.containerId, first.statusOf('a')?.container?.containerId);
    assert.equal(
      runtime.calls.some((call) => call.startsWith('start')),
      false,
    );
  });

  it('finishes removing what was let go before it was killed', async () => {
    const first = await dispatcher.session();
    first.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(first, 'a', 'running');
    const release = runtime.hold('stop', 'a');
    first.assign({ sequence: 2, removeTaskIds: ['a'] });
    await eventually(
      'it stops',
      () => runtime.calls,
      (calls) => calls.includes('stop a'),
    );
    // What is on disk at this instant is what a killed agent finds again.
    const killed = `${stateDirectory}-killed`;
    await cp(stateDirectory, killed, { recursive: true });
    const stopped = stopAgent();
    release();
    await stopped;
    await rm(stateDirectory, { recursive: true });
    await rename(killed, stateDirectory);
    runtime.addContainer('a');
    dispatcher.refusal = new SwarmError('manager.not-leader', { leader: '' });
    startAgent();
    await onlyContainers();
  });

  it('without its memory touches nothing until everything was said, then adopts and clears up', async () => {
    const first = await dispatcher.session();
    first.assign({ complete: true, sequence: 1, update: [task('a'), task('b')] });
    await reaches(first, 'a', 'running');
    await reaches(first, 'b', 'running');
    await stopAgent();
    await rm(join(stateDirectory, 'agent'), { recursive: true });
    runtime.calls.length = 0;
    startAgent();
    const second = await dispatcher.session(2);
    assert.deepEqual(runtime.calls, ['describe']);
    second.assign({ complete: true, sequence: 1, update: [task('a')] });
    await onlyContainers('a');
    await reaches(second, 'a', 'running');
    assert.equal(second.statusOf('a')?.container?.containerId, first.statusOf('a')?.container?.containerId);
    assert.equal(runtime.containerByTaskId.get('a')?.state, 'running');
    assert.ok(runtime.calls.includes('remove b'));
  });

  it('tells that the runtime is away, and goes on when it is back', async () => {
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'running');
    runtime.goAway();
    const lastError = (): string | undefined => {
      const last = session.received.findLast((message) => message.kind === 'description');
      return last?.kind === 'description' ? last.description.runtimeError : undefined;
    };
    await eventually('told', lastError, (error) => error?.includes('away') === true);
    session.assign({ sequence: 2, update: [task('b')] });
    await eventually(
      'the task says why',
      () => session.statusOf('b'),
      (status) => status?.state === 'preparing' && status.error.includes('away'),
    );
    assert.equal(session.statusOf('a')?.state, 'running');
    runtime.comeBack();
    await reaches(session, 'b', 'running');
    assert.equal(session.statusOf('b')?.error, '');
    await eventually('told', lastError, (error) => error === '');
  });

  it('goes to the leader that another manager names', async () => {
    const follower = await ScriptedDispatcher.start(authority);
    follower.refusal = new SwarmError('manager.not-leader', { leader: dispatcher.address });
    await stopAgent();
    const before = dispatcher.sessions.length;
    startAgent([follower.address]);
    await dispatcher.session(before + 1);
    await follower.close();
  });

  it('hands on what the managers say of the node and of themselves, and goes to the new ones', async () => {
    const other = await ScriptedDispatcher.start(authority);
    const session = await dispatcher.session();
    session.send({ kind: 'node', node: { node: { id: 'n1' }, managerAddresses: [other.address] } });
    await eventually(
      'handed on',
      () => nodeChanges.length,
      (count) => count === 1,
    );
    assert.deepEqual(nodeChanges[0]?.managerAddresses, [other.address]);
    session.outgoing.end();
    await other.session();
    await stopAgent();
    await other.close();
  });

  it('says that it was removed from the cluster', async () => {
    dispatcher.refusal = new SwarmError('node.removed', { nodeId: 'n1' });
    await restartAgent();
    await eventually(
      'told',
      () => removedCount,
      (count) => count === 1,
    );
    runtime.addContainer('a');
    await removeEverything(stateDirectory, { runtime, log: silentLog });
    assert.deepEqual(containers(), []);
  });

  it('registers anew when the node becomes a manager', async () => {
    await dispatcher.session();
    agent.setLocalManagerAddress('10.0.0.1:2377');
    const session = await dispatcher.session(2);
    const [first] = session.received;
    assert.ok(first?.kind === 'register');
    assert.equal(first.register.managerAddress, '10.0.0.1:2377');
  });

  it('answers log requests, says whose logs it cannot read, and stops when told', async () => {
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'running');
    runtime.say('a', 'one');
    const options = LogOptionsCodec.create({ follow: true, tail: -1 });
    session.send({ kind: 'logRequest', logRequest: { requestId: 'r1', taskIds: ['a', 'x'], options } });
    const lines = (): string[] =>
      dispatcher.logChunks.flatMap((chunk) => chunk.lines.map(({ data }) => Buffer.from(data).toString()));
    await eventually('the first line', lines, (seen) => seen.join() === 'one');
    runtime.say('a', 'two');
    await eventually('the second line', lines, (seen) => seen.join() === 'one,two');
    assert.equal(dispatcher.logChunks[0]?.requestId, 'r1');
    assert.match(dispatcher.logChunks.find(({ taskId }) => taskId === 'x')?.error ?? '', /not on this node/);
    session.send({ kind: 'logCancel', logCancel: { requestId: 'r1' } });
    await eventually(
      'the call ends',
      () => dispatcher.logCallsEnded,
      (count) => count === 1,
    );
    assert.equal(session.hasEnded, false);
  });

  it('has no logs, and misses none, of a task that never ran', async () => {
    runtime.missingImages.add('web:1');
    const session = await dispatcher.session();
    session.assign({ complete: true, sequence: 1, update: [task('a')] });
    await reaches(session, 'a', 'rejected');
    const options = LogOptionsCodec.create({ tail: -1 });
    session.send({ kind: 'logRequest', logRequest: { requestId: 'r1', taskIds: ['a'], options } });
    await eventually(
      'the call ends',
      () => dispatcher.logCallsEnded,
      (count) => count === 1,
    );
    assert.deepEqual(
      dispatcher.logChunks.map(({ lines, error }) => [lines.length, error]),
      [[0, '']],
    );
  });
});

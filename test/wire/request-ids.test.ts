/**
 * One id for one request, in the log of every program it passed, and no secret in any of them: the manager's
 * door and handlers, the authority, the stored revision, the agent and its tasks, the reading of logs, and
 * swarmctl where it helps.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from '../../agent/agent.js';
import { joinCluster, type Joined } from '../../agent/certificate.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../proto/base/errors.js';
import { SystemRandom } from '../../proto/base/random.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ListNodesReplyCodec, ListNodesRequestCodec } from '../../proto/gen/control.js';
import { LogOptionsCodec } from '../../proto/gen/dispatcher.js';
import { InitReplyCodec, JoinReplyCodec } from '../../proto/gen/node.js';
import { aRevision, aServiceSpec } from '../kit/builders.js';
import { ControlDoor } from '../kit/control-door.js';
import { ControlDouble } from '../kit/control-double.js';
import { eventually } from '../kit/eventually.js';
import { storeObjects } from '../kit/memory-store.js';
import { RecordedLog } from '../kit/recorded-log.js';
import { SimRuntime } from '../kit/sim-runtime.js';
import { startSwarmctl, WEB } from '../kit/swarmctl-process.js';
import { TestDispatcher } from '../kit/test-dispatcher.js';

describe("a request's id on a manager", () => {
  let door: ControlDoor;
  let log: RecordedLog;

  beforeEach(async () => {
    log = new RecordedLog();
    door = await ControlDoor.open(log);
  });
  afterEach(() => door.close());

  it('is kept with the revision it led to, and logged once with who, what and how', async () => {
    const { store } = door.manager.memory;
    const { service } = await door.control.createService({ spec: aServiceSpec() }, { requestId: 'create-1' });
    const id = service?.id ?? '';
    assert.equal(store.view().revision(id, 1)?.requestId, 'create-1');
    const calls = log.of('create-1').filter(({ message }) => message === 'call');
    assert.equal(calls.length, 1);
    const { level, facts } = calls[0] ?? {};
    assert.equal(level, 'info');
    assert.equal(facts?.['method'], 'Control/CreateService');
    assert.equal(facts?.['caller'], 'the local socket');
    assert.equal(facts?.['code'], 'ok');
    assert.equal(typeof facts?.['durationMs'], 'number');
    await door.control.changeRollout(
      { ref: id, action: 'restart', toRevision: 0 },
      { requestId: 'restart-1' },
    );
    assert.equal(store.view().revision(id, 2)?.requestId, 'restart-1');
  });

  it('is logged with the code of a refusal', async () => {
    const refused = door.control.removeService({ ref: 'nobody' }, { requestId: 'remove-1' });
    await assert.rejects(refused, (error) => hasCode(error, 'object.not-found'));
    const [line] = log.of('remove-1');
    assert.equal(line?.message, 'call refused');
    assert.equal(line?.facts['code'], 'object.not-found');
  });

  it('is a new one when what was given is none', async () => {
    for (const requestId of ['two words', 'x'.repeat(129)]) {
      await door.control.listNodes(ListNodesRequestCodec.create(), { requestId });
      assert.deepEqual(log.of(requestId), []);
      assert.match(String(log.lines.at(-1)?.facts['requestId']), /^[\w-]{20,}$/);
    }
  });
});

describe("a request's id in the cluster", () => {
  let setup: TestDispatcher;
  let managerLog: RecordedLog;
  let agentLog: RecordedLog;
  let runtime: SimRuntime;
  let folder: string;
  let joined: Joined;
  let stopAgent: () => Promise<void>;

  beforeEach(async () => {
    managerLog = new RecordedLog();
    agentLog = new RecordedLog();
    setup = await TestDispatcher.open(managerLog);
    folder = await mkdtemp(join(tmpdir(), 'request-ids-'));
    runtime = new SimRuntime();
    const { address } = setup.manager;
    const asked = {
      addresses: [address],
      token: setup.manager.token('worker'),
      availability: 'active',
    } as const;
    const clock = new SystemClock();
    joined = await joinCluster(asked, { clock, log: agentLog }, { requestId: 'join-1' });
    const places = {
      stateDirectory: folder,
      hostname: 'h',
      managerAddresses: [address],
      localManagerAddress: '',
    };
    const agent = new Agent(
      { ...places, nodeId: joined.nodeId },
      {
        runtime,
        clock,
        random: new SystemRandom(),
        log: agentLog,
        openChannel: () => RpcChannel.tls(address, joined.identity),
        onNodeChange: () => undefined,
        onRemoved: () => undefined,
      },
    );
    const stop = new AbortController();
    const running = agent.run(stop.signal);
    stopAgent = async () => {
      stop.abort();
      await running;
    };
  });
  afterEach(async () => {
    await stopAgent();
    await setup.close();
    await rm(folder, { recursive: true });
  });

  const startTask = async (): Promise<void> => {
    const { store } = setup.manager.memory;
    await storeObjects(store, {
      revision: [aRevision({ serviceId: 's1', revision: 2, requestId: 'update-1' })],
    });
    await setup.put({
      id: 't1',
      serviceId: 's1',
      revision: 2,
      placement: { nodeId: joined.nodeId },
      status: { state: 'assigned' },
    });
    await eventually(
      'the task runs',
      () => store.view().task('t1')?.status?.state,
      (state) => state === 'running',
    );
  };

  it('of a join is on the manager that let the node in', () => {
    const messages = managerLog
      .of('join-1')
      .map(({ message, facts }) => `${message} ${String(facts['method'])}`);
    assert.deepEqual(messages.toSorted(), [
      'a node joined undefined',
      'call CertificateAuthority/GetRootCertificate',
      'call CertificateAuthority/IssueCertificate',
    ]);
  });

  it('of a change of a service is with what the agent says of its tasks', async () => {
    await startTask();
    const states = agentLog.of('update-1').map(({ facts }) => [facts['taskId'], facts['state']].join(' '));
    assert.ok(states.includes('t1 preparing'), states.join());
    assert.ok(states.includes('t1 running'), states.join());
    runtime.exit('t1', 3);
    const [failed] = await eventually(
      'the agent says that it failed',
      () => agentLog.of('update-1').filter(({ facts }) => facts['state'] === 'failed'),
      ({ length }) => length === 1,
    );
    assert.equal(failed?.level, 'info');
    assert.match(String(failed?.facts['reason']), /3/);
  });

  it('of a reading of logs is on the agent that sends them, and on their way back', async () => {
    await startTask();
    const options = LogOptionsCodec.create({ tail: -1, stdout: true, stderr: true });
    const { signal } = new AbortController();
    const tasks = [{ taskId: 't1', nodeId: joined.nodeId }];
    for await (const { missing } of setup.server.logs.read(tasks, options, { signal, requestId: 'logs-1' }))
      assert.equal(missing, undefined);
    assert.equal(agentLog.of('logs-1')[0]?.message, 'logs are read');
    await eventually(
      'the manager has taken the answer',
      () => managerLog.of('logs-1').map(({ facts }) => facts['method']),
      (methods) => methods.includes('Dispatcher/PublishLogs'),
    );
  });

  it('stands beside no secret: no token, no key', async () => {
    await startTask();
    const wrong = {
      addresses: [setup.manager.address],
      token: setup.manager.token('manager'),
      availability: 'active',
    } as const;
    await joinCluster(
      { ...wrong, token: `${setup.manager.token('worker').slice(0, -3)}zzz` },
      { clock: new SystemClock(), log: agentLog },
    ).catch(() => undefined);
    const lines = JSON.stringify([...managerLog.lines, ...agentLog.lines]);
    const { workerTokenSecret, managerTokenSecret, rootKeyPem } = setup.manager.first.cluster;
    for (const secret of [workerTokenSecret, managerTokenSecret, rootKeyPem, joined.identity.keyPem])
      assert.ok(!lines.includes(JSON.stringify(secret).slice(1, -1)));
    assert.doesNotMatch(lines, /SWMTKN|PRIVATE KEY/);
    assert.ok(lines.length > 1000);
  });
});

describe("a request's id in swarmctl", function () {
  // A process for each command.
  this.timeout(30_000);
  let manager: ControlDouble;
  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  it('is one for all calls of a command, and can be chosen', async () => {
    await manager.start(
      {
        listNodes: () => Promise.resolve(ListNodesReplyCodec.create()),
        createService: () => Promise.resolve({ service: WEB, warnings: [] }),
        watchService: async function* () {
          yield* [];
          throw new SwarmError('object.not-found', { kind: 'service', ref: 'web', candidates: [] });
        },
      },
      {
        init: () => Promise.resolve(InitReplyCodec.create()),
        join: () => Promise.resolve(JoinReplyCodec.create()),
        leave: () => Promise.resolve({}),
      },
    );
    await startSwarmctl(manager.host, ['node', 'ls']).ended;
    const made = new Set(manager.seen.map(({ requestId }) => requestId));
    assert.equal(made.size, 1);
    await startSwarmctl(manager.host, ['--request-id', 'mine-1', 'node', 'ls']).ended;
    assert.ok(manager.seen.some(({ method, requestId }) => method === 'listNodes' && requestId === 'mine-1'));
    for (const command of [
      'swarm init',
      'swarm join --token t 192.0.2.1',
      'swarm leave',
      'service create web:1',
    ])
      await startSwarmctl(manager.host, ['--request-id', 'mine-2', ...command.split(' ')]).ended;
    for (const method of ['init', 'join', 'leave', 'createService', 'watchService']) {
      const ids = manager.seen.filter((seen) => seen.method === method).map(({ requestId }) => requestId);
      assert.deepEqual(ids, ['mine-2'], method);
    }
    const refused = await startSwarmctl(manager.host, ['--request-id', 'a b', 'node', 'ls']).ended;
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /^--request-id "a b": must be/);
  });

  it('is named where only a log can say more', async () => {
    await manager.start({
      listNodes: () => Promise.reject(new Error('a mistake')),
      removeService: () =>
        Promise.reject(new SwarmError('store.outcome-unknown', { reason: 'the disk is gone' })),
    });
    const failed = await startSwarmctl(manager.host, ['--request-id', 'mine-1', 'node', 'ls']).ended;
    assert.match(failed.stderr, /a mistake.*Request id: mine-1\n$/);
    const unknown = await startSwarmctl(manager.host, ['--request-id', 'mine-2', 'service', 'rm', 'web'])
      .ended;
    assert.match(unknown.stderr, /Look before you repeat it\. Request id: mine-2\n$/);
  });
});

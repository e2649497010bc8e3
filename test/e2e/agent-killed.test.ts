/**
 * An agent process killed or frozen in the middle of its work, on a real engine: what is assigned runs once, what
 * ran goes on untouched, and nothing is left over. Needs what the lab needs.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Docker from 'dockerode';
import { TASK_ID_LABEL } from '../../agent/runtime/docker/rules/container-config.js';
import type { AssignedTaskInput } from '../../proto/gen/dispatcher.js';
import type { AgentProgramOptions } from '../kit/agent-program.js';
import { type EngineCall, EngineProxy, type Moment } from '../kit/engine-proxy.js';
import { eventually } from '../kit/eventually.js';
import { ScriptedDispatcher, type ScriptedSession } from '../kit/scripted-dispatcher.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { TestAuthority } from '../kit/test-certificates.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const PROGRAM = fileURLToPath(new URL('../kit/agent-program.js', import.meta.url));
const TASKS = 8;

/** What the agent asks of its engine in the life of one task, and what is desired of the task then. */
const STEPS: readonly (EngineCall & { readonly desired: 'running' | 'shutdown' | 'gone' })[] = [
  { method: 'POST', path: /\/images\/create/, desired: 'running' },
  { method: 'POST', path: /\/containers\/create/, desired: 'running' },
  { method: 'POST', path: /\/containers\/\w+\/start/, desired: 'running' },
  { method: 'POST', path: /\/containers\/\w+\/stop/, desired: 'shutdown' },
  { method: 'DELETE', path: /\/containers\/\w+/, desired: 'gone' },
];

const MOMENTS: Readonly<Record<Moment, string>> = {
  before: 'before its engine has heard of them',
  during: 'while its engine is at them',
  after: 'once its engine has done them, and before it hears so',
};

const task = (taskId: string, desired: AssignedTaskInput['desired'] = 'running'): AssignedTaskInput => ({
  taskId,
  taskName: `rest.1.${taskId}`,
  serviceId: 's1',
  serviceName: 'rest',
  desired,
  spec: { container: { image: 'lab/sleep:1', stopGracePeriodMs: 2_000 } },
});

describe('an agent that is killed', function () {
  this.timeout(120_000);
  let identity: TlsIdentity;
  let lab: Lab;
  let host: LabHost;
  let docker: Docker;
  let dispatcher: ScriptedDispatcher;
  let engine: EngineProxy;
  let agent: ChildProcess | undefined;
  let sessionsSeen = 0;

  function startAgent(): void {
    const options: AgentProgramOptions = {
      stateDirectory: join(host.folder, 'agent-state'),
      managerAddress: dispatcher.address,
      endpoint: `unix://${engine.socketPath}`,
      clusterId: 'cluster-1',
      nodeId: 'n1',
      identity,
    };
    agent = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  async function nextSession(): Promise<ScriptedSession> {
    const session = await dispatcher.session(sessionsSeen + 1);
    sessionsSeen = dispatcher.sessions.length;
    return session;
  }

  async function killAgent(): Promise<void> {
    if (agent === undefined || agent.exitCode !== null || agent.signalCode !== null) return;
    const gone = once(agent, 'exit');
    agent.kill('SIGKILL');
    await gone;
  }

  /** Task id → pid of its running process. */
  async function running(): Promise<ReadonlyMap<string, number>> {
    const containers = await docker.listContainers({ all: true });
    const pairs = containers.map(async ({ Id, Labels }) => {
      return [Labels[TASK_ID_LABEL] ?? Id, await pidOf(Id)] as const;
    });
    const all = await Promise.all(pairs);
    assert.equal(new Set(all.map(([taskId]) => taskId)).size, all.length, 'a task has two containers');
    return new Map(all);
  }

  /** 0: it does not run, or is still being made, or just gone. */
  async function pidOf(containerId: string): Promise<number> {
    try {
      const { State } = await docker.getContainer(containerId).inspect();
      return State.Running ? State.Pid : 0;
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) return 0;
      throw error;
    }
  }

  const allRun = (session: ScriptedSession, taskIds: readonly string[]): Promise<unknown> =>
    eventually(
      'all tasks run',
      () => taskIds.map((taskId) => session.statusOf(taskId)?.state),
      (states) => states.every((state) => state === 'running'),
      { withinMs: 60_000 },
    );

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 1, name: 'killed' });
    await lab.startEngines();
    await lab.buildImages();
    [host = assert.fail()] = lab.hosts;
    docker = await host.docker();
    const authority = await TestAuthority.make();
    identity = await authority.identity('n1', 'swarm-worker');
    dispatcher = await ScriptedDispatcher.start(authority);
    engine = await EngineProxy.open(join(host.folder, 'proxy.sock'), host.engine.socketPath);
    startAgent();
  });

  after(async () => {
    await killAgent();
    await dispatcher?.close();
    await engine?.close();
    await lab?.close();
  });

  const taskIds = Array.from({ length: TASKS }, (_each, at) => `t${at}`);
  const everything = { complete: true, sequence: 1, update: taskIds.map((taskId) => task(taskId)) };

  it('while it starts tasks, again and again, runs each of them once in the end', async () => {
    for (const wanted of [1, 3, 5, 7]) {
      const session = await nextSession();
      session.assign(everything);
      await eventually(
        `${wanted} containers`,
        async () => (await running()).size,
        (size) => size >= wanted,
      );
      const before = await running();
      await killAgent();
      startAgent();
      const after = await running();
      for (const [taskId, pid] of before) if (pid !== 0) assert.equal(after.get(taskId), pid, taskId);
    }
    const session = await nextSession();
    session.assign(everything);
    await allRun(session, taskIds);
    assert.deepEqual([...(await running()).keys()].toSorted(), taskIds.toSorted());
  });

  it('while all run, touches none of them, and knows of their ends', async () => {
    const before = await running();
    await killAgent();
    await docker.getContainer((await containerOf('t0')) ?? '').kill();
    startAgent();
    const session = await nextSession();
    await eventually(
      't0 failed',
      () => session.statusOf('t0')?.state,
      (state) => state === 'failed',
    );
    assert.equal(session.statusOf('t0')?.container?.exitCode, 137);
    await allRun(session, taskIds.slice(1));
    const after = await running();
    for (const taskId of taskIds.slice(1)) assert.equal(after.get(taskId), before.get(taskId));
  });

  it('or only frozen while its session ends, stops nothing, and is small', async () => {
    const before = await running();
    agent?.kill('SIGSTOP');
    dispatcher.sessions.at(-1)?.outgoing.end();
    agent?.kill('SIGCONT');
    const session = await nextSession();
    session.assign({ ...everything, update: taskIds.map((taskId) => task(taskId)) });
    await allRun(session, taskIds.slice(1));
    assert.deepEqual(await running(), before);
    const status = await readFile(`/proc/${agent?.pid}/status`, 'utf8');
    const residentMb = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    assert.ok(residentMb < 150, `${residentMb} MB`);
  });

  it('while it stops tasks, leaves nothing over', async () => {
    const session = dispatcher.sessions.at(-1) ?? assert.fail();
    session.assign({ sequence: 2, update: taskIds.map((taskId) => task(taskId, 'shutdown')) });
    await eventually(
      'one stopped',
      () => session.statusOf('t3')?.state,
      (state) => state === 'shutdown',
    );
    session.assign({ sequence: 3, removeTaskIds: taskIds.slice(0, 4) });
    await killAgent();
    startAgent();
    const next = await nextSession();
    next.assign({ complete: true, sequence: 1, update: [task('t7', 'shutdown')] });
    await eventually(
      't7 alone',
      async () => [...(await running())],
      (all) => all.join() === 't7,0',
      {
        withinMs: 30_000,
      },
    );
    await eventually(
      'told',
      () => next.statusOf('t7')?.state,
      (state) => state === 'shutdown',
    );
  });

  describe('at each of pull, create, start, stop and remove', () => {
    /** The session of an agent that was just started and is told that it holds this alone. */
    async function assigned(...update: AssignedTaskInput[]): Promise<ScriptedSession> {
      const session = await nextSession();
      session.assign({ complete: true, sequence: 1, update });
      return session;
    }

    const isEmpty = (): Promise<unknown> =>
      eventually(
        'no container and no volume',
        async () => [(await running()).size, (await docker.listVolumes()).Volumes?.length ?? 0],
        ([containers, volumes]) => containers === 0 && volumes === 0,
        { withinMs: 30_000 },
      );

    beforeEach(async () => {
      await killAgent();
      startAgent();
      await assigned();
      await isEmpty();
      await killAgent();
    });

    /** The task's process, once it runs: it must be the same one whenever it is looked at. */
    async function sameProcess(taskId: string, begun: string): Promise<string> {
      const all = await running();
      assert.ok(all.size <= 1, [...all.keys()].join());
      const pid = all.get(taskId) ?? 0;
      if (pid === 0) return begun;
      const now = `${await containerOf(taskId)} ${pid}`;
      if (begun !== '') assert.equal(now, begun, 'it was started a second time');
      return now;
    }

    for (const moment of Object.keys(MOMENTS) as Moment[]) {
      it(`${MOMENTS[moment]}, makes and leaves nothing twice (scenario 39)`, async () => {
        const taskId = `kill-${moment}`;
        const wanted = withVolume(task(taskId));
        let begun = '';
        for (const { desired, ...call } of STEPS) {
          const reached = engine.hold(call, moment);
          startAgent();
          const session = await assigned(...(desired === 'gone' ? [] : [wanted]));
          if (desired === 'shutdown') {
            await allRun(session, [taskId]);
            begun = await sameProcess(taskId, begun);
            session.assign({ sequence: 2, update: [{ ...wanted, desired }] });
          }
          await reached;
          await killAgent();
          // The engine goes on without its caller: what it is at may still come to be.
          begun = await sameProcess(taskId, begun);
        }
        startAgent();
        await assigned();
        await isEmpty();
      });
    }
  });

  async function containerOf(taskId: string): Promise<string | undefined> {
    const filters = { label: [`${TASK_ID_LABEL}=${taskId}`] };
    return (await docker.listContainers({ all: true, filters }))[0]?.Id;
  }
});

/** With a volume of its own, which must not outlive it. */
function withVolume(task: AssignedTaskInput): AssignedTaskInput {
  const mounts = [{ type: 'volume' as const, target: '/data' }];
  return { ...task, spec: { ...task.spec, container: { ...task.spec?.container, mounts } } };
}

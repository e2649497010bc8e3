/**
 * The Docker runtime against an engine that says what the test tells it to: moments that a real engine has too
 * seldom to be caught in.
 */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import {
  CLUSTER_LABEL,
  NODE_LABEL,
  TASK_ID_LABEL,
  TASK_NAME_LABEL,
} from '../../agent/runtime/docker/rules/container-config.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import { AssignedTaskCodec } from '../../proto/gen/dispatcher.js';

interface Answer {
  readonly status: number;
  readonly body: object;
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'no such container' } };
const TAKEN: Answer = { status: 409, body: { message: 'the name "/web.1.t1" is already in use' } };

describe('the docker runtime', () => {
  let folder: string;
  let server: Server;
  let runtime: DockerRuntime;
  /** The engine's answer to inspecting the container of that name. */
  let named: Answer;

  const task = AssignedTaskCodec.create({
    taskId: 't1',
    taskName: 'web.1.t1',
    desired: 'running',
    spec: { container: { image: 'web:1' } },
  });

  function answerTo(method: string, path: string): Answer {
    if (path.includes('/images/')) return { status: 200, body: {} };
    if (method === 'POST' && path.includes('/containers/create')) return TAKEN;
    if (path.includes('/containers/json')) return { status: 200, body: [] };
    return path.includes('/containers/web.1.t1/json') ? named : NOT_FOUND;
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-'));
    const socketPath = join(folder, 'engine.sock');
    server = createServer((request, response) => {
      const { status, body } = answerTo(request.method ?? '', request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => {
      server.listen(socketPath, resolve);
    });
    const owner = { clusterId: 'c1', nodeId: 'n1' };
    runtime = new DockerRuntime(
      { endpoint: `unix://${socketPath}`, owner },
      { clock: new SystemClock(), log: silentLog },
    );
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
    await rm(folder, { recursive: true });
  });

  const prepare = (): ReturnType<DockerRuntime['prepare']> =>
    runtime.prepare(task, [], new AbortController().signal);

  it('waits for a container whose creation an agent asked for that has died since (scenario 39)', async () => {
    named = NOT_FOUND;
    await assert.rejects(prepare(), (error) => {
      assert.ok(hasCode(error, 'runtime.unreachable'), String(error));
      assert.match(error.message, /web\.1\.t1 is still being created/);
      return true;
    });
  });

  it('takes up its own container that the engine knows by name and does not list yet (scenario 39)', async () => {
    const labels = {
      [CLUSTER_LABEL]: 'c1',
      [NODE_LABEL]: 'n1',
      [TASK_ID_LABEL]: 't1',
      [TASK_NAME_LABEL]: 'web.1.t1',
    };
    const state = { Status: 'created', Running: false, Pid: 0, ExitCode: 0 };
    const config = { Labels: labels };
    named = { status: 200, body: { Id: 'ours', Name: '/web.1.t1', Config: config, State: state } };
    const { container } = await prepare();
    assert.equal(container?.containerId, 'ours');
  });

  it("gives a task up whose name is taken by somebody else's container", async () => {
    named = { status: 200, body: { Id: 'foreign', Name: '/web.1.t1', Config: { Labels: {} } } };
    await assert.rejects(prepare(), (error) => {
      assert.ok(hasCode(error, 'runtime.failed'), String(error));
      assert.match(error.message, /already in use/);
      return true;
    });
  });
});

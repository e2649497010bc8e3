/**
 * The metrics of a real swarmd over real HTTP: of both processes as one text, also while the control plane
 * cannot answer.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SwarmdConfig } from '../../cli/swarmd/config.js';
import { NodeProgram } from '../../cli/swarmd/node-program.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import { METRICS } from '../../proto/base/metrics.js';
import { SystemRandom } from '../../proto/base/random.js';
import type { Client } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService } from '../../proto/gen/control.js';
import { InitRequestCodec, LocalNodeService } from '../../proto/gen/node.js';
import { aServiceSpec } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { type Exposition, parseExposition } from '../kit/exposition.js';
import { RecordedLog } from '../kit/recorded-log.js';

const ONE_PROCESS = { process: 'agent' };
const CONTROL_PLANE = { process: 'control-plane' };

describe('the metrics of swarmd', function () {
  this.timeout(20_000);
  let config: SwarmdConfig;
  let log: RecordedLog;
  let stop: AbortController;
  let running: Promise<void>;
  let channel: RpcChannel;
  let node: Client<typeof LocalNodeService>;
  let url: string;

  before(async () => {
    const stateDirectory = await mkdtemp(join(tmpdir(), 'metrics-'));
    config = {
      stateDirectory,
      socketPath: join(stateDirectory, 'swarmd.sock'),
      dockerHost: `unix://${join(stateDirectory, 'no-engine.sock')}`,
      genericResources: [],
      logLevel: 'silent',
      metricsAddress: { host: '127.0.0.1', port: 0 },
      store: undefined,
    };
    log = new RecordedLog();
    stop = new AbortController();
    const modules = { clock: new SystemClock(), random: new SystemRandom(), log };
    running = new NodeProgram(config, modules).run(stop.signal);
    channel = RpcChannel.unix(config.socketPath);
    node = channel.client(LocalNodeService);
    const said = await eventually(
      'it says where metrics are',
      () => log.lines.find(({ message }) => message === 'metrics are served'),
      (line) => line !== undefined,
    );
    url = `http://${String(said?.facts['metricsAddress'])}/metrics`;
  });

  after(async () => {
    channel.close();
    stop.abort();
    await running;
    await rm(config.stateDirectory, { recursive: true });
  });

  async function scrape(): Promise<Exposition> {
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    return parseExposition(await response.text());
  }

  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  it('are those of one process before the node is in a cluster', async () => {
    const seen = await scrape();
    assert.ok((seen.value('swarmd_process_resident_memory_bytes') ?? 0) > 10_000_000);
    assert.ok((seen.value('swarmd_process_cpu_seconds_total') ?? 0) > 0);
    assert.equal(seen.value('swarmd_control_plane_up'), undefined);
    assert.equal(seen.value('swarmd_nodes'), undefined);
  });

  it('are those of both processes on a manager', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await node.init(InitRequestCodec.create({ listenAddress: address, advertiseAddress: address }));
    const { controlSocket } = await node.status({});
    const control = RpcChannel.unix(controlSocket);
    await control.client(ControlService).createService({ spec: aServiceSpec({ name: 'web' }) });
    control.close();
    const seen = await eventually(
      'the agent is connected',
      scrape,
      (each) => each.value('swarmd_agent_connected') === 1,
    );
    for (const labels of [ONE_PROCESS, CONTROL_PLANE])
      assert.ok((seen.value('swarmd_process_resident_memory_bytes', labels) ?? 0) > 10_000_000);
    assert.equal(seen.value('swarmd_control_plane_up'), 1);
    assert.equal(seen.value('swarmd_sessions'), 1);
    assert.equal(seen.value('swarmd_engine_usable'), 0);
    assert.equal(seen.value('swarmd_nodes', { state: 'ready', availability: 'active' }), 1);
    assert.equal(seen.value('swarmd_service_tasks_running', { service: 'web' }), 0);
    assert.equal(seen.value('swarmd_services_short'), 1);
    const created = { method: 'Control/CreateService', code: 'ok' };
    assert.equal(seen.value('swarmd_rpc_calls_total', created), 1);
    assert.equal(seen.value('swarmd_rpc_calls_total', { method: 'LocalNode/Init', ...ONE_PROCESS }), 1);
    assert.ok((seen.value('swarmd_commit_duration_seconds_count') ?? 0) >= 2);
    assert.ok((seen.value('swarmd_log_flush_duration_seconds_count') ?? 0) >= 2);
    assert.ok((seen.value('swarmd_log_applied_index') ?? 0) >= 2);
    assert.ok(
      (seen.value('swarmd_engine_calls_total', { verb: 'describe', outcome: 'unreachable' }) ?? 0) > 0,
    );
  });

  it('have no name that the table does not know, and keep its kinds', async () => {
    const { typeByName } = await scrape();
    for (const [name, type] of typeByName) {
      const metric = METRICS[name as keyof typeof METRICS];
      assert.ok(metric !== undefined, `${name} is not in the table`);
      const kind = { sampled: 'gauge', 'sampled-counter': 'counter' }[metric.kind as string] ?? metric.kind;
      assert.equal(type, kind, name);
    }
  });

  it('are shown at /metrics alone, and only to look at', async () => {
    assert.equal((await fetch(url.replace('/metrics', '/'))).status, 404);
    assert.equal((await fetch(url, { method: 'POST' })).status, 405);
    assert.equal((await fetch(url, { method: 'HEAD' })).status, 200);
  });

  it('of a manager come without those of a control plane that stands still, and say so', async () => {
    const pid = log.lines.findLast(({ message }) => message === 'control plane serves')?.facts[
      'controlPlanePid'
    ];
    assert.ok(typeof pid === 'number');
    process.kill(pid, 'SIGSTOP');
    try {
      const seen = await scrape();
      assert.equal(seen.value('swarmd_control_plane_up'), 0);
      assert.equal(seen.value('swarmd_nodes'), undefined);
      assert.ok((seen.value('swarmd_process_cpu_seconds_total') ?? 0) > 0);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await eventually('it answers again', scrape, (each) => each.value('swarmd_control_plane_up') === 1);
  });

  it('of a control plane that is gone come back with the next one', async () => {
    const pid = log.lines.findLast(({ message }) => message === 'control plane serves')?.facts[
      'controlPlanePid'
    ];
    assert.ok(typeof pid === 'number');
    process.kill(pid, 'SIGKILL');
    await eventually(
      'another process answers',
      async () => [(await scrape()).value('swarmd_control_plane_up'), servingCount(log)] as const,
      ([up, serving]) => up === 1 && serving >= 2,
    );
    assert.deepEqual(((status) => [status.state, status.error])(await node.status({})), ['active', '']);
  });

  it('of its cluster are gone when the node has left it', async () => {
    await node.leave({ force: true });
    const seen = await scrape();
    assert.equal(seen.value('swarmd_control_plane_up'), undefined);
    assert.equal(seen.value('swarmd_agent_connected'), undefined);
    assert.equal(seen.value('swarmd_nodes'), undefined);
  });

  it('on an address that is taken end swarmd with a sentence', async () => {
    const { host, port } = new URL(url);
    const directory = await mkdtemp(join(tmpdir(), 'metrics-'));
    const metricsAddress = { host: host.split(':')[0] ?? '', port: Number(port) };
    const other = { ...config, stateDirectory: directory, socketPath: join(directory, 's'), metricsAddress };
    const modules = { clock: new SystemClock(), random: new SystemRandom(), log: new RecordedLog() };
    await assert.rejects(
      new NodeProgram(other, modules).run(stop.signal),
      (error) => hasCode(error, 'runtime.failed') && /--metrics-addr\): .*EADDRINUSE/.test(error.message),
    );
    await rm(directory, { recursive: true });
  });
});

/** How often a control plane said that it serves. */
function servingCount(log: RecordedLog): number {
  return log.lines.filter(({ message }) => message === 'control plane serves').length;
}

/**
 * What is printed: tables, bars, log lines, inspected objects, exit codes.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EXIT, EXIT_MEANINGS, exitCodeOf } from '../../../cli/swarmctl/rules/exit-codes.js';
import { errorText, exitCodeForError } from '../../../cli/swarmctl/rules/error-text.js';
import { nodeJson, taskJson } from '../../../cli/swarmctl/rules/inspect-json.js';
import { LogPrefixes } from '../../../cli/swarmctl/rules/log-lines.js';
import { prettyNode } from '../../../cli/swarmctl/rules/node-rows.js';
import { portRangesText, portsText } from '../../../cli/swarmctl/rules/port-text.js';
import { changedLines, terminalLines } from '../../../cli/swarmctl/rules/progress-text.js';
import { convergeView } from '../../../cli/swarmctl/rules/converge.js';
import { prettyService, serviceRow } from '../../../cli/swarmctl/rules/service-rows.js';
import { formatTable, shorten } from '../../../cli/swarmctl/rules/table.js';
import { taskRows, withoutDigest } from '../../../cli/swarmctl/rules/task-rows.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { NodeEntryCodec, ServiceEntryCodec, TaskEntryCodec } from '../../../proto/gen/control.js';
import { LogLineCodec } from '../../../proto/gen/dispatcher.js';
import { PortSpecCodec, type PortSpecInput, type ServiceInput } from '../../../proto/gen/objects.js';
import { aNode, aTask, aTaskSpec } from '../../kit/builders.js';
import { webProgress, webTask, WEB } from '../../kit/swarmctl-process.js';
import { created } from './command-line.js';

describe('tables', () => {
  it('set columns at least ten wide and three apart', () => {
    assert.deepEqual(
      formatTable([
        ['ID', 'NAME'],
        ['abcdefghijkl', ''],
        ['é', 'x'],
      ]),
      ['ID             NAME', 'abcdefghijkl', 'é              x'],
    );
    assert.equal(shorten('abcdef', 4), 'abc…');
    assert.equal(shorten('abcd', 4), 'abcd');
  });

  it('show tasks by service and slot, the newest of a slot first and those before it below', () => {
    const at = Date.UTC(2030, 0, 1);
    const entry = (id: string, slot: number, createdAtMs: number, error = '') =>
      TaskEntryCodec.create({
        task: aTask({
          id,
          slot,
          meta: { createdAtMs },
          status: { atMs: at, error, state: error === '' ? 'running' : 'failed' },
        }),
        serviceName: 'web',
        nodeHostname: 'host1',
        spec: aTaskSpec({ container: { image: 'web:1@sha256:00ff' } }),
      });
    const entries = [
      entry('a-old', 1, 1, 'no such image: web:1, or so it seems'),
      entry('b', 10, 5),
      entry('c', 2, 3),
      entry('a-new', 1, 2),
    ];
    const rows = taskRows(entries, { nowMs: at + 300_000, resolve: true, truncate: true });
    assert.deepEqual(formatTable(rows.map(({ cells }) => cells)), [
      'a-new     web.1       web:1     host1     Running   Running 5 minutes ago',
      'a-old      \\_ web.1   web:1     host1     Running   Failed 5 minutes ago    "no such image: web:1, or so i…"',
      'c         web.2       web:1     host1     Running   Running 5 minutes ago',
      'b         web.10      web:1     host1     Running   Running 5 minutes ago',
    ]);
    const [first] = taskRows(entries, { nowMs: at, resolve: false, truncate: false });
    assert.deepEqual(first?.cells.slice(1, 4), ['service-1.1', 'web:1@sha256:00ff', 'node-1']);
  });

  it('show a bare image with its digest, and ports as Docker does', () => {
    assert.equal(withoutDigest('host:5000/web@sha256:00'), 'host:5000/web@sha256:00');
    assert.equal(withoutDigest('host:5000/web:1@sha256:00'), 'host:5000/web:1');
    const port = PortSpecCodec.create({ targetPort: 80, publishedPort: 8080, publishMode: 'host' });
    assert.equal(
      portsText([port, { ...port, hostIp: '::1', protocol: 'udp' }]),
      '*:8080->80/tcp,[::1]:8080->80/udp',
    );
  });

  it('show ports in a row together where services are listed', () => {
    const port = (publishedPort: number, targetPort: number, parts: PortSpecInput = {}) =>
      PortSpecCodec.create({ targetPort, publishedPort, ...parts });
    const ports = [
      port(8001, 81),
      port(8000, 80),
      port(8002, 90),
      port(53, 53, { protocol: 'udp' }),
      port(0, 70),
      port(8003, 91, { hostIp: '::1' }),
    ];
    assert.equal(
      portRangesText(ports),
      '70/tcp, *:8000-8001->80-81/tcp, *:8002->90/tcp, [::1]:8003->91/tcp, *:53->53/udp',
    );
    const spec = created('-p', '80', '-p', '8080:81', '-p', 'published=90,target=90,mode=host');
    const allocation = { ports: [port(30_000, 80), port(8080, 81), port(90, 90, { publishMode: 'host' })] };
    const row = (service: ServiceInput): string | undefined =>
      serviceRow(ServiceEntryCodec.create({ service })).cells[5];
    assert.equal(row({ ...WEB, spec }), '80/tcp, *:8080->81/tcp');
    assert.equal(row({ ...WEB, spec, allocation }), '*:8080->81/tcp, *:30000->80/tcp');
  });

  it('show how many tasks a service may have on a node', () => {
    const spec = created('--replicas-max-per-node', '1');
    const entry = ServiceEntryCodec.create({ service: { ...WEB, spec }, desiredTasks: 3, runningTasks: 3 });
    assert.equal(serviceRow(entry).cells[3], '3/3 (max 1 per node)');
  });
});

describe('objects for reading', () => {
  it('name what is set and leave out what is not', () => {
    const spec = created(
      '--constraint',
      'node.role==worker',
      '--limit-cpu',
      '0.5',
      '-p',
      'published=8080,target=80,mode=host',
    );
    const service = { ...WEB, spec, desired: { state: 'updating' as const, startedAtMs: 1000 } };
    assert.deepEqual(prettyService(ServiceEntryCodec.create({ service }), 61_000), [
      'ID:                     abcdefghijklmnop',
      'Name:                   web',
      'Service Mode:           Replicated',
      ' Replicas:              1',
      'Revision:               1',
      'UpdateStatus:',
      ' State:                 updating',
      ' Started:               about a minute ago',
      'Placement:',
      ' Constraints:           node.role==worker',
      'RestartPolicy:',
      ' Condition:             any',
      ' Delay:                 5s',
      'ContainerSpec:',
      ' Image:                 web:1',
      'Resources:',
      ' Limits:',
      '  CPU:                  0.5',
      'Ports:',
      ' PublishedPort:         8080',
      '  Protocol:             tcp',
      '  TargetPort:           80',
      '  PublishMode:          host',
    ]);
    const entry = NodeEntryCodec.create({ node: aNode({ spec: { labels: { disk: 'ssd' } } }) });
    const text = prettyNode(entry).join('\n');
    assert.match(text, /^ID: +node-1\nLabels:\n - disk=ssd\nHostname: +node-1\n/);
    assert.match(text, /\n Memory: +8GiB\n/);
  });

  it('are JSON with the names of Docker', () => {
    const node = JSON.parse(JSON.stringify(nodeJson(NodeEntryCodec.create({ node: aNode() }))));
    assert.deepEqual(node.Spec, { Labels: {}, Role: 'worker', Availability: 'active' });
    assert.deepEqual(node.Description.Engine, { EngineVersion: '27.0.0' });
    assert.equal('ManagerStatus' in node, false);
    const container = { containerId: 'c1', exitCode: 0 };
    const task = TaskEntryCodec.create({ task: aTask({ status: { container } }), name: 'web.1' });
    const json = JSON.parse(JSON.stringify(taskJson(task)));
    assert.deepEqual(json.Status.ContainerStatus, { ContainerID: 'c1', ExitCode: 0 });
    assert.equal(json.DesiredState, 'running');
  });
});

describe('progress', () => {
  it('draws a bar per slot', () => {
    const view = convergeView(
      webProgress(webTask(1, 'running'), webTask(2, 'preparing'), webTask(3, 'pending', 'no suitable node')),
    );
    assert.deepEqual(terminalLines(view), [
      'overall progress: 1 out of 3 tasks',
      '1/3: running   [==================================================>]',
      '2/3: preparing [=================================>                 ]',
      '3/3: no suitable node',
    ]);
  });

  it('says in plain lines only what is new', () => {
    const first = convergeView(webProgress(webTask(1, 'running'), webTask(2, 'preparing')));
    const second = convergeView(webProgress(webTask(1, 'running'), webTask(2, 'starting')));
    assert.deepEqual(changedLines(first, undefined), [
      'overall progress: 1 out of 2 tasks',
      '1/2: running',
      '2/2: preparing',
    ]);
    assert.deepEqual(changedLines(second, first), ['2/2: starting']);
    assert.deepEqual(changedLines(second, second), []);
  });

  it('says of a task that took the place of a failed one why it is there', () => {
    const failed = webTask(1, 'failed', 'exit 3');
    const before = aTask({
      ...failed.task,
      id: 'old',
      meta: { createdAtMs: 1 },
      desired: { state: 'shutdown' },
    });
    const view = convergeView(webProgress(webTask(1, 'starting')));
    const slots = convergeView({
      ...webProgress(webTask(1, 'starting')),
      tasks: [
        ...webProgress(webTask(1, 'starting')).tasks,
        TaskEntryCodec.create({ ...failed, task: before }),
      ],
    }).slots;
    assert.deepEqual(terminalLines({ ...view, slots }), [
      'overall progress: 0 out of 1 tasks',
      '1/1: starting, after: exit 3',
    ]);
  });

  it('says that the service goes back to what it was', () => {
    const view = convergeView(webProgress(webTask(1, 'running')));
    assert.deepEqual(changedLines({ ...view, isRollingBack: true }, view), [
      'overall progress: rolling back update: 1 out of 1 tasks',
    ]);
  });

  it('names a task that fails among many slots', () => {
    const tasks = Array.from({ length: 21 }, (_none, at) => webTask(at + 1, 'running'));
    const well = convergeView(webProgress(...tasks));
    const ill = convergeView(webProgress(...tasks.slice(1), webTask(1, 'failed', 'exit 3')));
    assert.deepEqual(changedLines(ill, well), ['overall progress: 20 out of 21 tasks', 'web.1: exit 3']);
    assert.deepEqual(changedLines(ill, ill), []);
    assert.deepEqual(terminalLines(ill), ['overall progress: 20 out of 21 tasks', 'web.1: exit 3']);
  });

  it('shows the sum alone when there are many slots', () => {
    const tasks = Array.from({ length: 21 }, (_none, at) => webTask(at + 1, 'running'));
    assert.deepEqual(terminalLines(convergeView(webProgress(...tasks))), [
      'overall progress: 21 out of 21 tasks',
    ]);
  });
});

describe('log lines', () => {
  const options = { raw: false, timestamps: false, resolve: true, truncate: true, taskIds: true };
  const line = LogLineCodec.create({
    taskId: 'task1aaaaaaaaaaaa',
    nodeId: 'node-1',
    data: new TextEncoder().encode('a\r\n'),
  });

  it('stand in one column though slots differ in digits', () => {
    const prefixes = new LogPrefixes(options);
    prefixes.learn([
      TaskEntryCodec.create(webTask(1, 'running')),
      TaskEntryCodec.create(webTask(10, 'running')),
    ]);
    assert.equal(prefixes.text(line), 'web.1.task1aaaaaaa@host1     | a\n');
    assert.equal(
      prefixes.text({ ...line, taskId: 'task10aaaaaaaaaaaa' }),
      'web.10.task10aaaaaa@host1    | a\n',
    );
  });

  it('show ids where names are not known or not wanted', () => {
    assert.equal(new LogPrefixes(options).text(line), 'task.task1aaaaaaa@node-1    | a\n');
    const prefixes = new LogPrefixes({ ...options, resolve: false, truncate: false });
    prefixes.learn([TaskEntryCodec.create(webTask(1, 'running'))]);
    assert.equal(prefixes.text(line), 'abcdefghijklmnop.1.task1aaaaaaaaaaaa@node-1    | a\n');
  });
});

describe('failures', () => {
  it('end as the documentation says', () => {
    const page = readFileSync('docs/swarmctl.md', 'utf8');
    for (const [name, code] of Object.entries(EXIT))
      assert.ok(page.includes(`| ${code} | ${EXIT_MEANINGS[name as keyof typeof EXIT]} |`), name);
  });

  it('are one line, and tell scripts apart what happened', () => {
    assert.equal(errorText(new Error('a\n  b\n')), 'a b');
    assert.equal(exitCodeForError(new Error('x')), EXIT.failed);
    assert.equal(exitCodeForError(new SwarmError('not-supported', { what: 'x' })), EXIT.usage);
    assert.equal(exitCodeOf('object.not-found'), EXIT.failed);
    assert.equal(exitCodeOf('token.malformed'), EXIT.usage);
    assert.equal(exitCodeOf('object.conflict'), EXIT.conflict);
    assert.equal(exitCodeOf('manager.unreachable'), EXIT.unreachable);
    assert.equal(new Set(Object.values(EXIT)).size, Object.keys(EXIT).length);
  });
});

/**
 * What the compiled swarmctl makes of its answers when told how to print them.
 */
import assert from 'node:assert/strict';
import { GetServiceReplyCodec, ListServicesReplyCodec } from '../../proto/gen/control.js';
import { ControlDouble } from '../kit/control-double.js';
import { type Ended, startSwarmctl, WEB } from '../kit/swarmctl-process.js';

describe('swarmctl', () => {
  let manager: ControlDouble;

  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;

  const webEntry = { service: WEB, desiredTasks: 3, runningTasks: 2 };

  it('lists and inspects by a template', async () => {
    const service = { ...WEB, spec: { ...WEB.spec, labels: { 'com.example.tier': 'front' } } };
    await manager.start({
      listServices: () =>
        Promise.resolve(ListServicesReplyCodec.create({ services: [{ ...webEntry, service }] })),
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: { ...webEntry, service } })),
    });
    assert.equal(
      (await run('service', 'ls', '--format', '{{.Name}}\\t{{.Replicas}} {{.Label "com.example.tier"}}'))
        .stdout,
      'web\t2/3 front\n',
    );
    assert.equal(
      (await run('service', 'ls', '--format', 'table {{upper .Name}}\t{{.Label "com.example.tier"}}')).stdout,
      'NAME      TIER\nWEB       front\n',
    );
    const inspected = await run(
      'service',
      'inspect',
      '-f',
      '{{.Spec.Name}} {{len .Spec.Labels}}',
      'web',
      'web',
    );
    assert.equal(inspected.stdout, 'web 1\nweb 1\n');
    const [object] = JSON.parse((await run('service', 'inspect', 'web')).stdout);
    assert.deepEqual(JSON.parse((await run('service', 'inspect', '-f', '{{json .}}', 'web')).stdout), object);
    for (const [command, template, said] of [
      ['ls', '{{.Name', '--format "{{.Name": this action has no end: "}}" is missing (character 1)'],
      ['ls', '{{.Nme}}', '--format "{{.Nme}}": there is no .Nme; there are .ID, .Name, .Mode'],
    ] as const) {
      const { stderr, exitCode } = await run('service', command, '--format', template);
      assert.ok(stderr.startsWith(said), stderr);
      assert.equal(exitCode, 2);
    }
  }).timeout(30_000);
});

/**
 * Events as swarmctl shows them, against the real control API.
 */
import assert from 'node:assert/strict';
import { collect, next, rejectsWith } from '../kit/control-door.js';
import { eventually } from '../kit/eventually.js';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';
import type { Running } from '../kit/swarmctl-process.js';
import { WatchEventsRequestCodec } from '../../proto/gen/control.js';

const ALL = WatchEventsRequestCodec.create();

describe('swarmctl events', () => {
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
  });
  afterEach(() => manager.close());

  it('are told from the first answer on, and none is lost after it', async () => {
    const stop = new AbortController();
    const events = manager.door.control.watchEvents(ALL, { signal: stop.signal });
    const iterator = events[Symbol.asyncIterator]();
    assert.deepEqual((await next(iterator)).events, []);
    const { id } = await manager.door.createService();
    const [created] = (await next(iterator)).events;
    assert.deepEqual([created?.type, created?.action, created?.id], ['service', 'create', id]);
    await manager.door.control.removeService({ ref: 'web' });
    assert.equal((await next(iterator)).events[0]?.action, 'remove');
    stop.abort();
    await assert.rejects(iterator.next());
  });

  it('are refused a filter that nothing can pass', async () => {
    await assert.rejects(
      collect(manager.door.control.watchEvents({ ...ALL, types: ['container'] })),
      rejectsWith('input.invalid', { field: 'filter type' }),
    );
  });

  it('are lines, JSON or what a template makes of them', async () => {
    const watch = (...flags: string[]): Running =>
      manager.start('events', '--filter', 'service=web', ...flags);
    const runs = [watch(), watch('--format', 'json'), watch('--format', '{{.Action}} {{.Actor.ID}}')];
    await manager.eventWatches(runs.length);
    const outputs = runs.map(({ child }) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      return () => text;
    });
    const { id } = await manager.door.createService();
    await eventually(
      'every run has told of the service',
      () => outputs.map((text) => text()),
      (texts) => texts.every((text) => text.endsWith('\n')),
    );
    for (const { child } of runs) child.kill('SIGINT');
    const [line, json, made] = await Promise.all(runs.map(({ ended }) => ended));
    assert.match(
      line?.stdout ?? '',
      new RegExp(`^\\d{4}-\\S+Z service create ${id} \\(image=web:1, name=web, replicas=1, revision=1\\)\n$`),
    );
    const { Type, Actor } = JSON.parse(json?.stdout ?? '');
    assert.deepEqual([Type, Actor.ID, Actor.Attributes.name], ['service', id, 'web']);
    assert.deepEqual(made, { stdout: `create ${id}\n`, stderr: '', exitCode: 130 });
  }).timeout(30_000);

  it('of the past cannot be had', async () => {
    for (const [flag, value, said] of [
      ['--since', '1h', '--since: cannot be had: events are told as they happen, and not kept\n'],
      ['--until', '1h', '--until "1h": is in the past, and events are not kept\n'],
    ] as const) {
      const { stderr, exitCode } = await manager.run('events', flag, value);
      assert.deepEqual([stderr, exitCode], [said, 2]);
    }
  }).timeout(30_000);

  it('end at the instant that was given', async () => {
    const until = new Date(Date.now() + 1500).toISOString();
    assert.deepEqual(await manager.run('events', '--until', until), { stdout: '', stderr: '', exitCode: 0 });
  }).timeout(30_000);
});

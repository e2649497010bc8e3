/**
 * Logs over the control API: which tasks are read, in whose name lines come, and what following means.
 */
import assert from 'node:assert/strict';
import type { LogPart } from '../../control-plane/api/logs.js';
import { LogOptionsCodec } from '../../proto/gen/dispatcher.js';
import { aTask } from '../kit/builders.js';
import { collect, ControlDoor, next, rejectsWith } from '../kit/control-door.js';
import { eventually } from '../kit/eventually.js';

describe('the control API: logs', () => {
  let door: ControlDoor;

  beforeEach(async () => {
    door = await ControlDoor.open();
  });

  afterEach(() => door.close());

  const options = LogOptionsCodec.create({ tail: -1, stdout: true, stderr: true });
  const line = (taskId: string, text: string): LogPart['lines'][number] => ({
    taskId,
    nodeId: 'node-1',
    stream: 'stdout',
    atMs: 1,
    data: Buffer.from(text),
  });
  const part = (taskId: string, text: string): LogPart => ({ lines: [line(taskId, text)] });

  it("name each task before its first line, and pass on what can't be read", async () => {
    const { id: serviceId } = await door.createService();
    const unplaced = aTask({ id: 'c', serviceId, placement: undefined, status: { state: 'pending' } });
    await door.store({
      task: [aTask({ id: 'a', serviceId }), aTask({ id: 'b', serviceId, slot: 2 }), unplaced],
    });
    door.logs.partsOf = () => [
      part('a', 'one'),
      part('b', 'two'),
      part('a', 'three'),
      { lines: [], missing: 'node-1 is down' },
    ];
    const replies = await collect(door.control.logs({ ref: 'web', options }));
    assert.deepEqual(
      replies.map(({ lines, tasks, missing }) => [
        lines.map(({ data }) => Buffer.from(data).toString()).join(),
        tasks.map(({ name }) => name).join(),
        missing,
      ]),
      [
        ['one', 'web.1.a', ''],
        ['two', 'web.2.b', ''],
        ['three', '', ''],
        ['', '', 'node-1 is down'],
      ],
    );
    assert.deepEqual(door.logs.reads, [{ taskIds: ['a', 'b'], options }]);
  });

  it('of one task are of that task alone', async () => {
    const { id: serviceId } = await door.createService();
    await door.store({ task: [aTask({ id: 'a', serviceId }), aTask({ id: 'b', serviceId, slot: 2 })] });
    await collect(door.control.logs({ ref: 'web.2', options }));
    assert.deepEqual(door.logs.reads, [{ taskIds: ['b'], options }]);
  });

  it('follow the tasks that start later, from their first line, until the service is gone', async () => {
    const { id: serviceId } = await door.createService();
    const follow = { ...options, follow: true, tail: 5 };
    await door.store({ task: [aTask({ id: 'a', serviceId })] });
    door.logs.partsOf = ([taskId = '']) => [part(taskId, 'hello')];
    const replies = door.control.logs({ ref: 'web', options: follow })[Symbol.asyncIterator]();
    assert.equal((await next(replies)).lines[0]?.taskId, 'a');
    const later = aTask({ id: 'b', serviceId, slot: 2, status: { state: 'preparing' } });
    await door.store({ task: [later] });
    await door.setStatus(later, { state: 'running', atMs: 1, message: '', error: '', ports: [] });
    const second = await next(replies);
    assert.equal(second.lines[0]?.taskId, 'b');
    assert.equal(second.tasks[0]?.name, 'web.2.b');
    assert.deepEqual(
      door.logs.reads.map(({ taskIds, options: { tail } }) => [...taskIds, tail]),
      [
        ['a', 5],
        ['b', -1],
      ],
    );
    await door.control.removeService({ ref: 'web' });
    assert.equal((await replies.next()).done, true);
  });

  it('are let go when the caller leaves, however silent they are', async () => {
    const { id: serviceId } = await door.createService();
    await door.store({ task: [aTask({ id: 'a', serviceId })] });
    door.logs.isEndless = true;
    door.logs.partsOf = () => [part('a', 'hello')];
    for (const follow of [true, false]) {
      const stop = new AbortController();
      const request = { ref: 'web', options: { ...options, follow } };
      const replies = door.control.logs(request, { signal: stop.signal })[Symbol.asyncIterator]();
      await next(replies);
      assert.equal(door.logs.openReads, 1);
      stop.abort(new Error('seen enough'));
      await assert.rejects(replies.next(), /seen enough/);
      await eventually(
        'no read is open',
        () => door.logs.openReads,
        (open) => open === 0,
      );
    }
  });

  it('need a stream to be read', async () => {
    await door.createService();
    const neither = { ...options, stdout: false, stderr: false };
    const reading = collect(door.control.logs({ ref: 'web', options: neither }));
    await assert.rejects(reading, rejectsWith('input.invalid', { field: 'options' }));
  });

  it('of what does not exist are refused with what there is', async () => {
    await door.createService();
    await assert.rejects(
      collect(door.control.logs({ ref: 'wep', options })),
      rejectsWith('object.not-found', { kind: 'service or task', candidates: ['web'] }),
    );
  });
});

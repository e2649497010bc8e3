/**
 * The networks of a node, on an engine and a kernel that do as the test tells them: what is waited for, what is tried
 * again, and what a restarted agent knows.
 */
import assert from 'node:assert/strict';
import { AssignedTaskCodec, type NetworkChangesInput } from '../../proto/gen/dispatcher.js';
import { eventually } from '../kit/eventually.js';
import type { ToldEngineNetworks, ToldKernel } from '../kit/told-kernel.js';
import { ToldNetworks } from '../kit/told-networks.js';
import { APP, APP_TASK, APP_VXLAN, WEB } from '../rules/agent/network/overlay-state.js';

describe('the networks of a node', () => {
  let node: ToldNetworks;
  let kernel: ToldKernel;
  let engine: ToldEngineNetworks;
  const never = new AbortController().signal;

  beforeEach(async () => {
    node = await ToldNetworks.start();
    ({ kernel, engine } = node);
  });

  afterEach(() => node.remove());

  const apply = (changes: NetworkChangesInput): Promise<void> => node.apply(changes);
  const reasonOf = (): Promise<string> => node.reasonOf(APP_TASK);

  /** The engine has had its say, too. */
  const settle = async (changes: NetworkChangesInput): Promise<void> => {
    await apply(changes);
    assert.equal(await reasonOf(), '');
  };

  it('are in force when a message is acknowledged, and tasks may be plugged in', async () => {
    await apply(WEB);
    assert.ok(kernel.done.some((line) => line.startsWith(`link add ${APP_VXLAN}`)));
    assert.ok(kernel.done.some((line) => line.includes('numgen random mod 2')));
    assert.equal(node.names?.services.size, 1);
    assert.deepEqual(await node.networks.ready(APP_TASK, never), [
      {
        engineId: `engine-${APP.networkId}`,
        address: '10.1.0.11',
        address6: '',
        hardwareAddress: '02:42:0a:01:00:0b',
        gateway: '10.1.0.2',
      },
    ]);
  });

  it('are asked for nothing by a task without networks', async () => {
    assert.deepEqual(await node.networks.ready(AssignedTaskCodec.create({ taskId: 't9' }), never), []);
  });

  it('keep a task waiting, with the reason, while nobody told of its network', async () => {
    assert.match(await reasonOf(), /managers have not told/);
  });

  it('wait for an engine that refuses, say why, and go on by themselves', async () => {
    engine.refusal = new Error('Pool overlaps with other one on this address space');
    await apply(WEB);
    assert.match(await reasonOf(), /Pool overlaps/);
    assert.match(node.networks.problem, /network app: Pool overlaps/);
    engine.refusal = undefined;
    await eventually('the network stands', reasonOf, (reason) => reason === '');
    assert.equal(node.networks.problem, '');
  });

  it('do not count as in force while the kernel refuses', async () => {
    kernel.refusal = new Error('nft: Operation not supported');
    let isApplied = false;
    const applied = apply(WEB).then(() => {
      isApplied = true;
    });
    await eventually(
      'the refusal is said',
      () => node.networks.problem,
      (problem) => /not supported/.test(problem),
    );
    assert.equal(isApplied, false);
    kernel.refusal = undefined;
    await applied;
    assert.equal(await reasonOf(), '');
  });

  it('are known to a restarted agent before it hears of any manager', async () => {
    await apply(WEB);
    await node.areOnDisk();
    await node.end();
    kernel.done.length = 0;
    node.start();
    await eventually(
      'names are known',
      () => node.names,
      (known) => known?.services.size === 1,
    );
    await eventually(
      'rules stand',
      () => kernel.done,
      (done) => done.some((line) => line.includes('numgen random mod 2')),
    );
  });

  it('stay in the kernel while the engine is away', async () => {
    await apply(WEB);
    kernel.done.length = 0;
    engine.refusal = new Error('the engine is away');
    kernel.linksChanged();
    await apply({ ...WEB, services: [] });
    assert.ok(!kernel.done.some((line) => line.startsWith('link del')), kernel.done.join('\n'));
  });

  it('follow the messages while the engine hangs, and are made when it speaks again', async () => {
    await apply(WEB);
    let speak = (): void => undefined;
    engine.silence = new Promise((resolve) => (speak = resolve));
    kernel.done.length = 0;
    const other = { ...APP, networkId: 'othernetwork0123456789', name: 'other', vxlanId: 4099 };
    await apply({ ...WEB, networks: [APP, other], services: [] });
    assert.ok(
      kernel.done.some((line) => line.startsWith('delete chain')),
      kernel.done.join('\n'),
    );
    assert.match(node.networks.problem, /engine does not answer/);
    assert.equal(await reasonOf(), '', 'what stands is there for new tasks');
    engine.silence = undefined;
    speak();
    await eventually(
      'the other network is made',
      () => engine.networks.length,
      (count) => count === 2,
    );
    await eventually(
      'nothing is said of it any more',
      () => node.networks.problem,
      (problem) => problem === '',
    );
  });

  it('follow the messages while the engine is asked whether all is still there', async () => {
    await apply(WEB);
    node.answersWithinMs = Infinity;
    let speak = (): void => undefined;
    engine.silence = new Promise((resolve) => (speak = resolve));
    engine.listCount = 0;
    node.aheadMs = 5_000;
    kernel.linksChanged();
    await eventually(
      'the engine is asked',
      () => engine.listCount,
      (count) => count > 0,
      { withinMs: 5_000 },
    );
    kernel.done.length = 0;
    await apply({ ...WEB, services: [] });
    assert.ok(
      kernel.done.some((line) => line.startsWith('delete chain')),
      kernel.done.join('\n'),
    );
    await apply(WEB);
    assert.deepEqual([engine.listCount, node.networks.problem], [1, ''], 'it is not asked twice at once');
    engine.networks.length = 0;
    engine.silence = undefined;
    speak();
    await eventually(
      'what it lacks is made again',
      () => engine.networks.length,
      (count) => count === 1,
    );
    assert.equal(await reasonOf(), '');
  });

  it('are looked at now and then, however much there is to do meanwhile', async () => {
    await apply(WEB);
    kernel.reads = 0;
    node.aheadMs = 2_000;
    await apply({ ...WEB, services: [] });
    assert.equal(kernel.reads, 0, 'a message alone is no reason');
    node.aheadMs = 5_000;
    kernel.linksChanged();
    await eventually(
      'everything is read anew',
      () => kernel.reads,
      (reads) => reads > 0,
      { withinMs: 2_000 },
    );
  });

  it('go with the last task, once its container is gone', async () => {
    await apply(WEB);
    const [made] = engine.networks;
    assert.ok(made !== undefined);
    engine.inUse.add(made.engineId);
    await apply({});
    assert.equal(engine.networks.length, 1, 'a container is attached');
    engine.inUse.clear();
    await eventually(
      'the network is gone',
      () => engine.networks.length,
      (count) => count === 0,
    );
    assert.ok(kernel.done.includes('delete table inet swarmd'));
  });

  it('cost a node that has none one look at its kernel while its engine is away', async () => {
    await node.end();
    engine.refusal = new Error('the engine is away');
    [engine.listCount, kernel.lookCount] = [0, 0];
    node.start();
    const asked = (): number => engine.listCount;
    await eventually('the engine was asked again and again', asked, (count) => count >= 3);
    assert.equal(kernel.lookCount, 1);
  });

  it('are looked for once more when an engine that was away had one left', async () => {
    await node.end();
    engine.refusal = new Error('the engine is away');
    engine.networks.push({
      engineId: 'left',
      networkId: 'gone',
      subnet: '10.9.0.0/24',
      gateway: '10.9.0.1',
      range: '',
      range6: '',
    });
    engine.listCount = 0;
    node.start();
    const asked = (): number => engine.listCount;
    await eventually('the engine was asked again', asked, (count) => count >= 2);
    kernel.lookCount = 0;
    engine.refusal = undefined;
    const looked = (): number => kernel.lookCount;
    await eventually('the kernel was looked at', looked, (count) => count > 0);
    assert.deepEqual(engine.networks, []);
  });

  it('replace a network whose address on this node is another now', async () => {
    await settle(WEB);
    await settle({ ...WEB, networks: [{ ...APP, gateway: '10.1.0.9' }] });
    assert.deepEqual(
      engine.networks.map(({ gateway }) => gateway),
      ['10.1.0.9'],
    );
  });

  const made = (): readonly string[] => engine.networks.map(({ range, range6 }) => `${range} ${range6}`);

  it('let the engine choose addresses only where the managers gave this node a block', async () => {
    const attachable = { ...APP, attachable: true };
    await settle({ ...WEB, networks: [attachable] });
    assert.deepEqual(made(), ['10.1.0.2/32 '], 'nothing but the gateway’s');
    await settle({ ...WEB, networks: [{ ...attachable, block: '10.1.0.128/29' }] });
    assert.deepEqual(made(), ['10.1.0.128/29 ']);
    const six = { subnet6: 'fd00:1::/64', gateway6: 'fd00:1::2', block6: 'fd00:1::80/125' };
    await settle({ ...WEB, networks: [{ ...attachable, ...six, block: '10.1.0.128/29' }] });
    assert.deepEqual(made(), ['10.1.0.128/29 fd00:1::80/125']);
    await settle(WEB);
    assert.deepEqual(made(), [' ']);
  });

  it('stay as they are for tasks until a block can be put to use', async () => {
    const attachable = { ...APP, attachable: true };
    await apply({ ...WEB, networks: [attachable] });
    const [first] = engine.networks;
    assert.ok(first !== undefined);
    engine.inUse.add(first.engineId);
    await apply({ ...WEB, networks: [{ ...attachable, block: '10.1.0.128/29' }] });
    assert.deepEqual(made(), ['10.1.0.2/32 ']);
    assert.equal(await reasonOf(), '');
    engine.inUse.clear();
    kernel.linksChanged();
    await eventually('it has its block', made, (ranges) => ranges.join() === '10.1.0.128/29 ');
  });
});

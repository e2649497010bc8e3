/**
 * What an agent does with what it is told of overlay networks: hands on whole states in order, and says what is in
 * force.
 */
import assert from 'node:assert/strict';
import { NetworkLine } from '../../../agent/network-line.js';
import {
  NetworkChangesCodec,
  type NetworkChanges,
  type NetworkChangesInput,
} from '../../../proto/gen/dispatcher.js';
import { settle } from '../../kit/sim-clock.js';

/** A sink that puts in force what the test says. */
class World {
  readonly taken: NetworkChanges[] = [];
  readonly said: number[] = [];
  readonly failures: unknown[] = [];
  readonly #settleds: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];
  readonly line = new NetworkLine({
    sink: {
      apply: (changes) => {
        this.taken.push(changes);
        return new Promise<void>((resolve, reject) => this.#settleds.push({ resolve, reject }));
      },
    },
    send: ({ sequence }) => this.said.push(sequence),
    onFailure: (error) => this.failures.push(error),
  });

  take(parts: NetworkChangesInput): void {
    this.line.take(NetworkChangesCodec.create(parts));
  }

  async inForce(at: number): Promise<void> {
    this.#settleds[at]?.resolve();
    await settle();
  }

  async breaks(at: number): Promise<void> {
    this.#settleds[at]?.reject(new Error('broken'));
    await settle();
  }
}

describe('what is told of networks', () => {
  it('is acknowledged when it is in force, never before what was told earlier', async () => {
    const world = new World();
    world.take({ complete: true, sequence: 1 });
    world.take({ sequence: 2 });
    assert.equal(world.taken.length, 2, 'nothing waits for what was told before it');
    await world.inForce(1);
    assert.deepEqual(world.said, []);
    await world.inForce(0);
    assert.deepEqual(world.said, [1, 2]);
  });

  it('is handed on as one when it comes in several messages', async () => {
    const world = new World();
    world.take({ complete: true, sequence: 1, unfinished: true, networks: [{ networkId: 'a' }] });
    world.take({ sequence: 2, unfinished: true, endpoints: [{ networkId: 'a', taskId: 't1' }] });
    assert.equal(world.taken.length, 0);
    world.take({ sequence: 3, endpoints: [{ networkId: 'a', taskId: 't2' }], removedPeers: ['n2'] });
    const [whole] = world.taken;
    assert.ok(whole);
    const { complete, unfinished, networks, endpoints, removedPeers } = whole;
    assert.deepEqual([complete, unfinished, networks.length, removedPeers], [true, false, 1, ['n2']]);
    assert.deepEqual(
      endpoints.map(({ taskId }) => taskId),
      ['t1', 't2'],
    );
    await world.inForce(0);
    assert.deepEqual(world.said, [3]);
  });

  it('begins anew when everything is told again', () => {
    const world = new World();
    world.take({ complete: true, sequence: 1, unfinished: true, networks: [{ networkId: 'a' }] });
    world.take({ complete: true, sequence: 2, networks: [{ networkId: 'b' }] });
    assert.deepEqual(
      world.taken.map(({ networks }) => networks.map(({ networkId }) => networkId)),
      [['b']],
    );
  });

  it('is refused when something is missing', () => {
    const world = new World();
    assert.throws(() => world.take({ sequence: 1 }), /do not follow/);
    world.take({ complete: true, sequence: 1 });
    assert.throws(() => world.take({ sequence: 3 }), /do not follow/);
  });

  it('ends the session when it cannot be put in force', async () => {
    const world = new World();
    world.take({ complete: true, sequence: 1 });
    await world.breaks(0);
    assert.deepEqual([world.said.length, world.failures.length], [0, 1]);
  });
});

/**
 * How late a node is with what it is told of its networks: what waits, and how long it took.
 */
import assert from 'node:assert/strict';
import type { NetworkSink } from '../../../agent/network-sink.js';
import { measuredNetworkSink } from '../../../agent/measured-network-sink.js';
import { type Meter, noMeter, type Sample } from '../../../proto/base/meter.js';
import { NetworkChangesCodec } from '../../../proto/gen/dispatcher.js';
import { SimClock } from '../../kit/sim-clock.js';

describe('a measured network sink', () => {
  const changes = NetworkChangesCodec.create({});
  let clock: SimClock;
  let observed: number[];
  let readWaiting: () => readonly Sample<object>[];
  let meter: Meter;

  beforeEach(() => {
    clock = new SimClock();
    observed = [];
    meter = {
      ...noMeter,
      histogram: () => ({ observe: (_labels, value) => observed.push(value) }),
      sample: (_name, read) => {
        readWaiting = read;
      },
    };
  });

  const waiting = (): number | undefined => readWaiting()[0]?.value;
  const measured = (sink: NetworkSink): NetworkSink => measuredNetworkSink(sink, { clock, meter });

  it('counts what is not in force yet, and times it until it is', async () => {
    const ends: (() => void)[] = [];
    const sink = measured({ apply: () => new Promise((resolve) => ends.push(resolve)) });
    const both = [sink.apply(changes), sink.apply(changes)];
    assert.equal(waiting(), 2);
    await clock.advance(250);
    for (const end of ends) end();
    await Promise.all(both);
    assert.equal(waiting(), 0);
    assert.deepEqual(observed, [0.25, 0.25]);
  });

  it('neither times nor keeps waiting for what never came into force', async () => {
    const sink = measured({ apply: () => Promise.reject(new Error('the agent stops')) });
    await assert.rejects(sink.apply(changes), /the agent stops/);
    assert.equal(waiting(), 0);
    assert.deepEqual(observed, []);
  });
});

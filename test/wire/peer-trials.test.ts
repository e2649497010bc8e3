/**
 * Nodes try each other over real sockets, with the name server that runs on each.
 */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { NameServer } from '../../agent/network/name-server.js';
import { tryWays } from '../../agent/network/peer-trials.js';
import { trialMessage } from '../../agent/network/rules/trial-message.js';
import { type Exchange, exchange } from '../../agent/network/upstream.js';
import { SystemClock } from '../../proto/base/clock.js';
import { noMeter } from '../../proto/base/meter.js';
import { silentLog } from '../../proto/base/log.js';
import { SystemRandom } from '../../proto/base/random.js';
import { runAll } from '../../proto/base/service.js';
import { eventually } from '../kit/eventually.js';
import { NameClient, question } from '../kit/name-client.js';
import { held, overlay } from '../rules/agent/network/held-networks.js';

const PEER = '127.6.0.2';
const way = {
  network: 'front',
  peer: 'host2',
  dataAddress: '192.0.2.8',
  gateway: PEER,
  mtu: 1450,
  isEncrypted: false,
};

describe('a way to another node', function () {
  this.timeout(20_000);
  const clock = new SystemClock();
  const random = new SystemRandom();
  const stop = new AbortController();
  let port: number;
  let running: Promise<void>;

  before(async () => {
    const holder = createSocket('udp4');
    holder.bind({ address: PEER, port: 0 });
    await once(holder, 'listening');
    ({ port } = holder.address());
    holder.close();
    const server = new NameServer(
      { port },
      {
        clock,
        random,
        log: silentLog,
        meter: noMeter,
        exchange: async () => await Promise.reject(new Error('nothing is to be passed on for a trial')),
        hostResolvers: async () => ['192.0.2.53'],
        dnsServersOf: () => [],
      },
    );
    server.update(held([overlay('front', 6, { subnet: '127.0.0.0/8', gateway: PEER })], [], []));
    running = runAll([server], stop.signal);
    await using client = await NameClient.from(PEER, { address: PEER, port });
    await eventually(
      'it answers',
      async () => await Promise.race([client.ask(question('x', 1)), clock.sleep(50)]),
      (reply) => reply !== undefined,
    );
  });

  after(async () => {
    stop.abort();
    await running;
  });

  it('is tried with packets of the size that is to be tried', () => {
    assert.equal(trialMessage(1_450).length, 1_450 - 28);
    assert.ok(trialMessage(0).length < 100);
  });

  it('is tried beside many others without a word of leaks in the log', async () => {
    const warnings: Error[] = [];
    const listener = (warning: Error): void => void warnings.push(warning);
    process.on('warning', listener);
    try {
      const trials = await tryWays(
        Array.from({ length: 20 }, () => way),
        { clock, random, exchange },
        stop.signal,
        port,
      );
      assert.ok(trials.every(({ isReached }) => isReached));
    } finally {
      process.off('warning', listener);
    }
    assert.deepEqual(warnings, []);
  });

  it('is sound when the other node answers small and large packets', async () => {
    const [trial] = await tryWays([way], { clock, random, exchange }, stop.signal, port);
    assert.deepEqual([trial?.isReached, trial?.isLargeReached], [true, true]);
  });

  it('is told from one that swallows large packets, and from none at all', async () => {
    const swallowing: Exchange = async (message, ...rest) =>
      message.length > 1_000 ? await never(rest[2]) : await exchange(message, ...rest);
    const ways = [way, { ...way, gateway: '127.6.0.3' }];
    const trials = await tryWays(ways, { clock, random, exchange: swallowing }, stop.signal, port);
    assert.deepEqual(
      trials.map(({ isReached, isLargeReached }) => [isReached, isLargeReached]),
      [
        [true, false],
        [false, false],
      ],
    );
  });

  it('is sound though a packet is lost', async () => {
    let count = 0;
    const lossy: Exchange = async (message, ...rest) => {
      count += 1;
      return count % 2 === 1 ? await never(rest[2]) : await exchange(message, ...rest);
    };
    const [trial] = await tryWays([way], { clock, random, exchange: lossy }, stop.signal, port);
    assert.deepEqual([trial?.isReached, trial?.isLargeReached], [true, true]);
  });
});

async function never(signal: AbortSignal): Promise<Buffer> {
  return await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

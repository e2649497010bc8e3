/**
 * Tries whether other nodes are reached over their networks, with small packets and with ones as large as the network
 * carries: by questions to their name servers, which lie behind the tunnel. What comes back went both ways.
 */
import { setMaxListeners } from 'node:events';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';
import type { PeerTrial } from './rules/doctor.js';
import { NAME_PORT } from './rules/name-message.js';
import { trialMessage } from './rules/trial-message.js';
import type { Exchange } from './upstream.js';

const TRIES = 3;
/** A busy node is not a silent one. */
const ANSWER_WITHIN_MS = 1_500;
const MOST_AT_ONCE = 32;

/** A way to be tried. */
export interface PeerWay {
  readonly network: string;
  readonly peer: string;
  readonly dataAddress: string;
  /** The other node's address on the network. */
  readonly gateway: string;
  /** Of the network. */
  readonly mtu: number;
  readonly isEncrypted: boolean;
}

export interface PeerTrialsModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly exchange: Exchange;
}

/** In the order of the ways; takes some five seconds for each 32 that are silent. */
export async function tryWays(
  ways: readonly PeerWay[],
  modules: PeerTrialsModules,
  signal: AbortSignal,
  port = NAME_PORT,
): Promise<readonly PeerTrial[]> {
  const trials: PeerTrial[] = [];
  // All of them listen to it at the same time: no number of listeners hints at a leak.
  const ended = AbortSignal.any([signal]);
  setMaxListeners(0, ended);
  for (let at = 0; at < ways.length; at += MOST_AT_ONCE) {
    const some = ways.slice(at, at + MOST_AT_ONCE);
    trials.push(...(await Promise.all(some.map(async (way) => await tryWay(way, modules, ended, port)))));
  }
  return trials;
}

async function tryWay(
  { network, peer, dataAddress, gateway, mtu, isEncrypted }: PeerWay,
  modules: PeerTrialsModules,
  signal: AbortSignal,
  port: number,
): Promise<PeerTrial> {
  const server = { host: gateway, port };
  const isReached = await isAnswered(trialMessage(0), server, modules, signal);
  const isLargeReached = isReached && (await isAnswered(trialMessage(mtu), server, modules, signal));
  return { network, peer, dataAddress, isEncrypted, isReached, isLargeReached };
}

/** One of several tries is enough: some loss is no fault. */
async function isAnswered(
  message: Buffer,
  server: { readonly host: string; readonly port: number },
  { clock, random, exchange }: PeerTrialsModules,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const asked = Buffer.from(message);
    asked.set(random.bytes(2), 0);
    try {
      await withTimeout(
        clock,
        ANSWER_WITHIN_MS,
        () => new Error(`${server.host} does not answer`),
        async (inTime) => await exchange(asked, server, 'udp', inTime),
        signal,
      );
      return true;
    } catch {
      signal.throwIfAborted();
    }
  }
  return false;
}

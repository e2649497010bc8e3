/**
 * A question for the name server of another node, of a certain size: any answer proves that packets so large come
 * through, and that answers come back. Nothing is meant by it, and nothing is passed on for it.
 */
import { encode, type PacketOpt } from 'dns-packet';

const TRIAL_NAME = 'trial.swarmd';
/** IPv4 and UDP, bytes. */
const HEADERS_BYTES = 28;
/** EDNS: what pads a message to its size (RFC 7830). */
const PADDING = 12;

/** `packetBytes` is the size of the whole packet; smaller than the question it is as small as can be. */
export function trialMessage(packetBytes: number): Buffer {
  const bare = padded(0);
  return padded(Math.max(0, packetBytes - HEADERS_BYTES - bare.length));
}

function padded(length: number): Buffer {
  const opt = { udpPayloadSize: 512, extendedRcode: 0, ednsVersion: 0, flags: 0, flag_do: false };
  const options: PacketOpt[] = [{ code: PADDING, type: 'PADDING', length }];
  return encode({
    type: 'query',
    questions: [{ type: 'A', name: TRIAL_NAME }],
    additionals: [{ type: 'OPT', name: '.', ...opt, options }],
  });
}

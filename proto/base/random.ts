/**
 * Dice, passed in: ids, jitter, secrets. SystemRandom draws from the operating system; tests seed their own.
 */
import { randomFillSync } from 'node:crypto';

export interface Random {
  /** Fills a new array with random bytes. */
  bytes(count: number): Uint8Array;
  /** A number in [0, 1). */
  fraction(): number;
}

export class SystemRandom implements Random {
  bytes(count: number): Uint8Array {
    return randomFillSync(new Uint8Array(count));
  }

  fraction(): number {
    const [word = 0] = randomFillSync(new Uint32Array(1));
    return word / 2 ** 32;
  }
}

/** Digits of ids: as Docker Swarm's, 25 characters of base 36, so that columns and habits carry over. */
const ID_LENGTH = 25;

/** A new object id: 25 characters of base 36 from 128 random bits. */
export function newId(random: Random): string {
  return base36(random.bytes(16), ID_LENGTH);
}

/** The bytes as a big-endian number in base 36, padded with zeros to the length. */
export function base36(bytes: Uint8Array, length: number): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value.toString(36).padStart(length, '0');
}

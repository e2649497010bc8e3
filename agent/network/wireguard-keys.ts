/**
 * New key pairs for WireGuard (Curve25519), from the operating system's dice.
 */
import { generateKeyPairSync } from 'node:crypto';

export interface KeyPair {
  /** 32 bytes in base64. */
  readonly publicKey: string;
  readonly privateKey: string;
}

export type NewKeyPair = () => KeyPair;

export function newKeyPair(): KeyPair {
  const { d = '', x = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { publicKey: toBase64(x), privateKey: toBase64(d) };
}

function toBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64');
}

/**
 * How often one address may use the calls that need no certificate: a bucket of tokens per address, filled
 * at a steady rate. Owns the arithmetic; the server keeps the buckets.
 */

export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface RateLimit {
  /** Calls an address may make at once. */
  readonly burst: number;
  /** Calls it gets back per second. */
  readonly perSecond: number;
}

export type Taken =
  | { readonly allowed: true; readonly bucket: Bucket }
  | { readonly allowed: false; readonly bucket: Bucket; readonly retryAfterMs: number };

/** Takes one token; an address without a bucket has a full one. */
export function takeToken(bucket: Bucket | undefined, limit: RateLimit, nowMs: number): Taken {
  const tokens = bucket === undefined ? limit.burst : refilled(bucket, limit, nowMs);
  if (tokens >= 1) return { allowed: true, bucket: { tokens: tokens - 1, atMs: nowMs } };
  const retryAfterMs = Math.ceil(((1 - tokens) / limit.perSecond) * 1000);
  return { allowed: false, bucket: { tokens, atMs: nowMs }, retryAfterMs };
}

/** Whether nothing is lost by forgetting the bucket. */
export function isFull(bucket: Bucket, limit: RateLimit, nowMs: number): boolean {
  return refilled(bucket, limit, nowMs) >= limit.burst;
}

function refilled(bucket: Bucket, limit: RateLimit, nowMs: number): number {
  const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * limit.perSecond;
  return Math.min(limit.burst, bucket.tokens + gained);
}

/**
 * What every object has in `inspect`, and how Docker's API writes values: durations as nanoseconds, instants
 * as RFC 3339, nothing where nothing is set.
 */
import type { Meta } from '../../../proto/gen/objects.js';

export type JsonFields = Readonly<Record<string, unknown>>;

const NANOS_PER_MS = 1e6;

export function metaJson(meta: Meta | undefined): JsonFields {
  return {
    Version: { Index: meta?.versions['spec'] ?? 0 },
    CreatedAt: instantJson(meta?.createdAtMs ?? 0),
    UpdatedAt: instantJson(meta?.updatedAtMs ?? 0),
  };
}

export function instantJson(atMs: number): string | undefined {
  return atMs === 0 ? undefined : new Date(atMs).toISOString();
}

export function nanos(durationMs: number): number {
  return durationMs * NANOS_PER_MS;
}

/** The object without its empty fields: undefined, '', [] and {}. */
export function compact(fields: JsonFields): JsonFields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );
}

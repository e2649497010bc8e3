/**
 * Which of the waiting proposals go into the next transaction. etcd takes 128 operations and 1.5 MiB in one, unless it
 * was told otherwise.
 */
import { LONGEST_PART_BYTES } from './entry-value.js';

const MOST_ENTRIES = 120;

/** How many of the first proposals go together, given their lengths; a long one, which comes in parts, goes alone. */
export function batchLength(lengthsBytes: readonly number[]): number {
  let count = 0;
  let sumBytes = 0;
  for (const lengthBytes of lengthsBytes) {
    sumBytes += lengthBytes;
    if (count === MOST_ENTRIES || (count > 0 && sumBytes > LONGEST_PART_BYTES)) return count;
    count++;
  }
  return count;
}

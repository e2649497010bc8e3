/**
 * The name servers that this host asks: /etc/resolv.conf, read again when it has changed. It is looked at when
 * somebody asks, and not more often than each second.
 */
import { readFile, stat } from 'node:fs/promises';
import type { Clock } from '../../proto/base/clock.js';
import { resolversOf } from './rules/resolver-config.js';

const LOOK_PERIOD_MS = 1_000;

export type HostResolvers = () => Promise<readonly string[]>;

/** What can't be read names none; what was known stays until the file says something else. */
export function hostResolvers(path: string, clock: Clock): HostResolvers {
  let known: readonly string[] = [];
  let version = '';
  let lookedAtMs = -Infinity;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const { mtimeMs, ino, size } = await stat(path);
      const current = `${ino} ${mtimeMs} ${size}`;
      if (current === version) return;
      known = resolversOf(await readFile(path, 'utf8'));
      version = current;
    } catch {
      // A network manager writes it anew: the next look finds it.
    }
  };
  return async () => {
    const nowMs = clock.monotonicMs();
    if (nowMs - lookedAtMs >= LOOK_PERIOD_MS) {
      lookedAtMs = nowMs;
      looking = look();
    }
    await looking;
    return known;
  };
}

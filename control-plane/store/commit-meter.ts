/**
 * Measures commits: how many, how long, how big, and what became of them. Changes nothing about them.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Counter, Histogram, Meter } from '../../proto/base/meter.js';
import type { LabelsOf } from '../../proto/base/metrics.js';

export interface CommitMeterModules {
  readonly clock: Clock;
  readonly meter: Meter;
}

export class CommitMeter {
  readonly #clock: Clock;
  readonly #entries: Counter<LabelsOf<'swarmd_commit_entries_total'>>;
  readonly #groups: Counter<LabelsOf<'swarmd_commit_groups_total'>>;
  readonly #bytes: Counter<LabelsOf<'swarmd_commit_bytes_total'>>;
  readonly #durationSeconds: Histogram<LabelsOf<'swarmd_commit_duration_seconds'>>;

  constructor({ clock, meter }: CommitMeterModules) {
    this.#clock = clock;
    this.#entries = meter.counter('swarmd_commit_entries_total');
    this.#groups = meter.counter('swarmd_commit_groups_total');
    this.#bytes = meter.counter('swarmd_commit_bytes_total');
    this.#durationSeconds = meter.histogram('swarmd_commit_duration_seconds');
  }

  /** One entry of the log, from its proposal to its results. */
  async measure<R extends { readonly applied: boolean }>(
    entry: Uint8Array,
    propose: () => Promise<readonly R[]>,
  ): Promise<readonly R[]> {
    const startedAtMs = this.#clock.monotonicMs();
    this.#bytes.add({}, entry.length);
    try {
      const results = await propose();
      this.#entries.add({ outcome: 'applied' });
      this.#durationSeconds.observe({}, (this.#clock.monotonicMs() - startedAtMs) / 1000);
      const applied = results.filter(({ applied }) => applied).length;
      if (applied > 0) this.#groups.add({ outcome: 'applied' }, applied);
      if (applied < results.length) this.#groups.add({ outcome: 'refused' }, results.length - applied);
      return results;
    } catch (error) {
      this.#entries.add({ outcome: 'failed' });
      throw error;
    }
  }
}

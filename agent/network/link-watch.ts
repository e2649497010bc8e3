/**
 * Hears of changes of this node's links. They come in bursts, as a container that starts changes a handful: a burst is
 * told once.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Kernel } from './kernel.js';

const BURST_MS = 50;

export interface LinkWatchModules {
  readonly kernel: Pick<Kernel, 'watchLinks'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

export class LinkWatch {
  readonly #modules: LinkWatchModules;
  #watch: AbortController | undefined;

  constructor(modules: LinkWatchModules) {
    this.#modules = modules;
  }

  /** Unless it hears of them already; until the signal aborts, or it is told to end. */
  watch(signal: AbortSignal): void {
    if (this.#watch !== undefined) return;
    const { kernel, clock, log, onChange } = this.#modules;
    const watch = new AbortController();
    this.#watch = watch;
    let isBurst = false;
    const listener = (): void => {
      if (isBurst) return;
      isBurst = true;
      clock.sleep(BURST_MS, watch.signal).then(
        () => {
          isBurst = false;
          onChange();
        },
        () => undefined,
      );
    };
    kernel.watchLinks(listener, AbortSignal.any([signal, watch.signal])).catch((error: unknown) => {
      if (!watch.signal.aborted) log.warn('changes of links are not heard of', { error });
      if (this.#watch === watch) this.#watch = undefined;
    });
  }

  end(): void {
    this.#watch?.abort();
    this.#watch = undefined;
  }
}

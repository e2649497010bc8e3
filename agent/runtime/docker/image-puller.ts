/**
 * Gets an image onto the engine. One pull per image at a time, shared by all who need it. An image that is
 * there is good enough when its registry is not; one named by digest is not asked for again.
 */
import type { Clock } from '../../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { Log } from '../../../proto/base/log.js';
import { unlessAborted } from '../../../proto/base/service.js';
import { type Engine, EngineRefusal, isRefusal } from './engine.js';
import { imageToPull } from './rules/container-config.js';

/** How long a registry may be silent before an image that is already there is used. */
const SILENCE_MS = 10_000;

export interface ImagePullerModules {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly log: Log;
}

export class ImagePuller {
  readonly #modules: ImagePullerModules;
  readonly #pullByImage = new Map<string, Promise<void>>();

  constructor(modules: ImagePullerModules) {
    this.#modules = modules;
  }

  /**
   * Resolves when the image is there. The pull itself goes on when the signal aborts: others may wait
   * for it, and what was fetched is not fetched twice.
   */
  async ensure(image: string, signal: AbortSignal): Promise<void> {
    const running = this.#pullByImage.get(image) ?? this.#begin(image);
    await unlessAborted(running, signal);
    signal.throwIfAborted();
  }

  #begin(image: string): Promise<void> {
    const pull = this.#ensure(image).finally(() => this.#pullByImage.delete(image));
    this.#pullByImage.set(image, pull);
    // Everybody may have stopped waiting when it fails.
    pull.catch(() => undefined);
    return pull;
  }

  async #ensure(image: string): Promise<void> {
    const isThere = await this.#isThere(image);
    if (isThere && image.includes('@')) return;
    const failure = await this.#pull(imageToPull(image), isThere);
    if (failure === undefined) return;
    if (!isThere) {
      throw new SwarmError('runtime.failed', {
        what: `No such image ${image}`,
        reason: `pull failed: ${failure}`,
      });
    }
    this.#modules.log.info('image not pulled; using the one that is there', { image, reason: failure });
  }

  async #isThere(image: string): Promise<boolean> {
    try {
      await this.#modules.engine.call((docker) => docker.getImage(image).inspect());
      return true;
    } catch (error) {
      if (isRefusal(error, 404)) return false;
      if (error instanceof EngineRefusal) {
        throw new SwarmError('runtime.failed', { what: `Image ${image}`, reason: error.message });
      }
      throw error;
    }
  }

  /** Why it failed, or undefined. An engine that is away throws. */
  async #pull(reference: string, isThere: boolean): Promise<string | undefined> {
    const { engine } = this.#modules;
    const silence = new SilenceGuard(this.#modules.clock, isThere ? SILENCE_MS : undefined);
    try {
      const at = reference.includes('@') ? reference.indexOf('@') : reference.lastIndexOf(':');
      const query = { fromImage: reference.slice(0, at), tag: reference.slice(at + 1) };
      const stream = await engine.stream('POST', '/images/create', query, silence.signal);
      const ended = { failure: undefined as string | undefined };
      let rest = '';
      for await (const chunk of engine.chunks(stream, silence.signal)) {
        silence.heard();
        const lines = (rest + chunk.toString('utf8')).split('\n');
        rest = lines.pop() ?? '';
        ended.failure = lines.map(errorOf).find((error) => error !== undefined) ?? ended.failure;
      }
      return errorOf(rest) ?? ended.failure;
    } catch (error) {
      if (silence.signal.aborted) return `the registry was silent for ${SILENCE_MS / 1000} s`;
      if (hasCode(error, 'runtime.unreachable')) throw error;
      return error instanceof Error ? error.message : String(error);
    } finally {
      silence.stop();
    }
  }
}

/** Aborts its signal when nothing was heard for too long; without a limit, never. */
class SilenceGuard {
  readonly #clock: Clock;
  readonly #limitMs: number | undefined;
  readonly #silent = new AbortController();
  #timer = new AbortController();

  constructor(clock: Clock, limitMs: number | undefined) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#silent.signal;
  }

  heard(): void {
    this.stop();
    if (this.#limitMs === undefined) return;
    this.#timer = new AbortController();
    this.#clock.sleep(this.#limitMs, this.#timer.signal).then(
      () => this.#silent.abort(),
      () => undefined,
    );
  }

  stop(): void {
    this.#timer.abort();
  }
}

/** The error that a line of the engine's pull progress tells of, if it does. */
function errorOf(line: string): string | undefined {
  if (!line.includes('"error"')) return undefined;
  try {
    const progress: unknown = JSON.parse(line);
    const isError = typeof progress === 'object' && progress !== null && 'error' in progress;
    return isError ? String(progress.error) : undefined;
  } catch {
    return undefined; // Not a whole line of progress.
  }
}

/**
 * Changes that rest on what no check of a group can say (that no other network has these addresses, no other
 * service this port) are made one after the other. Each is looked at when the one before is in the log or never
 * will be: it is not given up when its caller goes away. Only the leader makes changes, so one queue will do.
 */
import type { CallContext } from '../../proto/base/rpc.js';

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when it is its turn; a caller that is gone by then is not waited for. */
  async take<T>(context: CallContext, work: (context: CallContext) => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      context.signal.throwIfAborted();
      return await work({ ...context, signal: new AbortController().signal });
    });
    this.#last = result.catch(() => undefined);
    return await result;
  }
}

/**
 * A door between an agent and its engine that holds one call at a chosen moment, so that the agent can be killed
 * just then. Promises that whoever waits hears when the call has come that far; the caller hears nothing of it any
 * more, and the engine loses its caller when the caller dies.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';

/** Before the engine hears of the call, while it works on it, or once it has done the work and said so. */
export type Moment = 'before' | 'during' | 'after';

export interface EngineCall {
  readonly method: string;
  readonly path: RegExp;
}

interface Hold extends EngineCall {
  readonly moment: Moment;
  readonly reached: () => void;
}

export class EngineProxy {
  readonly socketPath: string;
  readonly #enginePath: string;
  readonly #server: Server;
  #hold: Hold | undefined;

  private constructor(socketPath: string, enginePath: string) {
    this.socketPath = socketPath;
    this.#enginePath = enginePath;
    this.#server = createServer((incoming, answer) => this.#serve(incoming, answer));
  }

  static async open(socketPath: string, enginePath: string): Promise<EngineProxy> {
    const proxy = new EngineProxy(socketPath, enginePath);
    await new Promise<void>((resolve) => {
      proxy.#server.listen(socketPath, resolve);
    });
    return proxy;
  }

  /** Resolves when the next such call has come that far; only that one is held. */
  async hold(call: EngineCall, moment: Moment): Promise<void> {
    await new Promise<void>((reached) => {
      this.#hold = { ...call, moment, reached };
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  #serve(incoming: IncomingMessage, answer: ServerResponse): void {
    const hold = this.#take(incoming);
    if (hold?.moment === 'before') return hold.reached();
    const { method, url: path, headers } = incoming;
    const outgoing = request({ socketPath: this.#enginePath, method, path, headers }, (said) => {
      if (hold !== undefined) {
        said.resume();
        said.once('end', hold.reached);
        return;
      }
      answer.writeHead(said.statusCode ?? 0, said.headers);
      // The first event of a stream may be far away.
      answer.flushHeaders();
      said.pipe(answer);
      said.once('error', () => answer.destroy());
    });
    if (hold?.moment === 'during') outgoing.once('finish', hold.reached);
    outgoing.once('error', () => answer.destroy());
    answer.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  #take({ method, url = '' }: IncomingMessage): Hold | undefined {
    const hold = this.#hold;
    if (hold === undefined || method !== hold.method || !hold.path.test(url)) return undefined;
    this.#hold = undefined;
    return hold;
  }
}

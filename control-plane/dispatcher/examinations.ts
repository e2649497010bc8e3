/**
 * Asks agents to look at their networks, over their sessions, and waits for each report. Whoever does not answer is
 * named, and nobody waits longer for it than a time limit.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { newId, type Random } from '../../proto/base/random.js';
import { type NetworkFault, type NetworkReport, NetworkReportCodec } from '../../proto/gen/dispatcher.js';
import { DEFAULT_DRAIN_TIMEOUT_MS } from '../../proto/model/network.js';
import type { Session } from './session.js';

/** An agent tries silent nodes for some seconds. */
const ANSWER_TIMEOUT_MS = 20_000;

/** As much of a session as this needs. */
export type ExaminedSession = Pick<Session, 'facts' | 'send' | 'ended'> & {
  readonly overlay: Pick<Session['overlay'], 'owedForMs'>;
};

export interface ExaminationsModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly sessionOf: (nodeId: string) => ExaminedSession | undefined;
}

interface Waiting {
  readonly nodeId: string;
  readonly settle: (report: NetworkReport) => void;
}

export class Examinations {
  readonly #modules: ExaminationsModules;
  readonly #waitingById = new Map<string, Waiting>();

  constructor(modules: ExaminationsModules) {
    this.#modules = modules;
  }

  /** The node's report; where there is none, one that says why. Rejects only with the signal's reason. */
  async ask(nodeId: string, signal: AbortSignal): Promise<NetworkReport> {
    const { clock, random, sessionOf } = this.#modules;
    const requestId = newId(random);
    const session = sessionOf(nodeId);
    const isAsked = session?.send({
      kind: 'networkExamination',
      networkExamination: { requestId, leaderNowMs: clock.nowMs() },
    });
    if (session === undefined || isAsked !== true) return without('it is not connected');
    try {
      const report = await withTimeout(
        clock,
        ANSWER_TIMEOUT_MS,
        () => new Error(`it did not answer within ${ANSWER_TIMEOUT_MS / 1000} s`),
        async (inTime) => await this.#report(requestId, session, inTime),
        signal,
      );
      return { ...report, faults: [...report.faults, ...silence(session.overlay.owedForMs)] };
    } catch (error) {
      signal.throwIfAborted();
      return without(error instanceof Error ? error.message : String(error));
    } finally {
      this.#waitingById.delete(requestId);
    }
  }

  /** Takes in what an agent says; what nobody waits for, or another node was asked, is dropped. */
  receive(nodeId: string, report: NetworkReport): void {
    const waiting = this.#waitingById.get(report.requestId);
    if (waiting?.nodeId === nodeId) waiting.settle(report);
  }

  async #report(requestId: string, session: ExaminedSession, signal: AbortSignal): Promise<NetworkReport> {
    return await new Promise((resolve) => {
      this.#waitingById.set(requestId, { nodeId: session.facts.nodeId, settle: resolve });
      const lost = (): void => resolve(without('it was disconnected'));
      session.ended.addEventListener('abort', lost, { once: true, signal });
    });
  }
}

/** What only the leader can know of a node. */
function silence(owedForMs: number): readonly NetworkFault[] {
  if (owedForMs < DEFAULT_DRAIN_TIMEOUT_MS) return [];
  const seconds = Math.round(owedForMs / 1000);
  return [
    {
      check: 'answers',
      fault: `for ${seconds} s it has not said that it acts on what it was told: it may send traffic to tasks that have stopped, and those that stop wait for it only where their drain timeout is longer`,
      mend: 'mend what else is wrong with it; if nothing is, look at the logs of swarmd there, and start it anew',
    },
  ];
}

function without(error: string): NetworkReport {
  return NetworkReportCodec.create({ error });
}

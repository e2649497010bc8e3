/**
 * Waits until no task is left on a node that is drained; says what is left whenever that changes. The work goes on
 * whatever happens to the waiting.
 */
import { hasCode } from '../../proto/base/errors.js';
import {
  ListTasksRequestCodec,
  type ListTasksRequestInput,
  type TaskEntry,
} from '../../proto/gen/control.js';
import type { Node } from '../../proto/gen/objects.js';
import type { ControlClient } from './control-link.js';
import { drainLines, drainView, type DrainView, replacementsOf, stillThere } from './rules/drain-view.js';
import { formatDuration } from './rules/durations.js';
import { EXIT, type ExitCode } from './rules/exit-codes.js';
import { Interrupted, type Session } from './session.js';

/** Nobody reads faster, and the managers have to look through all tasks of the services each time. */
const LOOK_EVERY_MS = 1000;

export interface DrainOptions {
  readonly nodeId: string;
  /** As the user calls it. */
  readonly name: string;
  readonly timeoutMs: number | undefined;
}

export async function waitForDrain(
  control: ControlClient,
  options: DrainOptions,
  session: Session,
): Promise<ExitCode> {
  const { clock, output, signal } = session;
  const deadlineMs = clock.monotonicMs() + (options.timeoutMs ?? Number.POSITIVE_INFINITY);
  let before: DrainView | undefined;
  try {
    for (;;) {
      const node = await nodeNow(control, options.nodeId, session);
      const view = node && (await look(control, node, session));
      const given = view === undefined ? 'removed' : (node?.spec?.availability ?? 'active');
      for (const line of view === undefined ? [] : drainLines(view, before)) output.line(line);
      before = view;
      if (view?.left.length === 0) return EXIT.ok;
      if (given !== 'drain') {
        output.note(`Node ${options.name} is ${given} by now, and no longer drained.`);
        return EXIT.notConverged;
      }
      const leftMs = deadlineMs - clock.monotonicMs();
      if (leftMs <= 0) break;
      await clock.sleep(Math.min(LOOK_EVERY_MS, leftMs), signal);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    output.note(
      `Operation continuing in background. Use \`swarmctl node ps ${options.name}\` to check progress.`,
    );
    return EXIT.interrupted;
  }
  output.note(
    `Node ${options.name} was not empty within ${formatDuration(options.timeoutMs ?? 0)}: ${stillThere(before)}. ` +
      `The work goes on; see: swarmctl node ps ${options.name}`,
  );
  return EXIT.timedOut;
}

/** Undefined when there is no such node any more. */
function nodeNow(control: ControlClient, nodeId: string, { connection }: Session): Promise<Node | undefined> {
  return unlessGone(async () => (await control.getNode({ ref: nodeId }, connection.callOptions)).entry?.node);
}

async function look(
  control: ControlClient,
  node: Node,
  { connection }: Session,
): Promise<DrainView | undefined> {
  const list = (filter: ListTasksRequestInput): Promise<readonly TaskEntry[] | undefined> =>
    unlessGone(
      async () =>
        (await control.listTasks(ListTasksRequestCodec.create(filter), connection.callOptions)).tasks,
    );
  const onNode = await list({ nodeRefs: [node.id] });
  if (onNode === undefined) return undefined;
  const wanted = replacementsOf(onNode);
  // Of services that are gone there is nothing to come.
  const elsewhere = wanted && (await list(wanted));
  return drainView(node, onNode, elsewhere ?? []);
}

/** What was asked for, which may have been removed meanwhile. */
async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (hasCode(error, 'object.not-found')) return undefined;
    throw error;
  }
}

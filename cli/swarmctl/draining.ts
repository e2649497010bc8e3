/**
 * Waits until no task is left on a node that is drained; says what is left whenever that changes. The work goes on
 * whatever happens to the waiting.
 */
import { hasCode } from '../../proto/base/errors.js';
import { ListTasksRequestCodec, type TaskEntry } from '../../proto/gen/control.js';
import type { NodeAvailability } from '../../proto/gen/objects.js';
import type { ControlClient } from './control-link.js';
import { drainView, drainLines, stillThere, type DrainView } from './rules/drain-view.js';
import { formatDuration } from './rules/durations.js';
import { EXIT, type ExitCode } from './rules/exit-codes.js';
import { Interrupted, type Session } from './session.js';

const LOOK_EVERY_MS = 500;

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
      const view = await look(control, options.nodeId, session);
      for (const line of drainLines(view, before)) output.line(line);
      before = view;
      if (view.left.length === 0) return EXIT.ok;
      const given = await availabilityOf(control, options.nodeId, session);
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

async function availabilityOf(
  control: ControlClient,
  nodeId: string,
  { connection }: Session,
): Promise<NodeAvailability | 'removed'> {
  try {
    const { entry } = await control.getNode({ ref: nodeId }, connection.callOptions);
    return entry?.node?.spec?.availability ?? 'active';
  } catch (error) {
    if (hasCode(error, 'object.not-found')) return 'removed';
    throw error;
  }
}

async function look(control: ControlClient, nodeId: string, { connection }: Session): Promise<DrainView> {
  const list = async (filter: {
    nodeRefs?: string[];
    serviceRefs?: string[];
  }): Promise<readonly TaskEntry[]> =>
    (await control.listTasks(ListTasksRequestCodec.create(filter), connection.callOptions)).tasks;
  const onNode = await list({ nodeRefs: [nodeId] });
  const serviceRefs = [...new Set(onNode.flatMap(({ task }) => task?.serviceId ?? []))];
  // What takes their place is elsewhere.
  const ofServices = onNode.length === 0 ? [] : await list({ serviceRefs });
  return drainView(nodeId, onNode, ofServices);
}

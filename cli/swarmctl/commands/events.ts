/**
 * events: what happens to services, nodes, tasks and networks, one line each, from now on and until interrupted or
 * until the instant that was given.
 */
import { type WatchEventsReply, WatchEventsRequestCodec } from '../../../proto/gen/control.js';
import { following } from '../following.js';
import { EVENT_FILTERS } from '../rules/command-table.js';
import { complaint } from '../rules/complaint.js';
import { parseInstantMs } from '../rules/durations.js';
import { eventData, eventLine } from '../rules/event-lines.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { type ListFormat, listFormat } from '../rules/format.js';
import type { ClusterEvent } from '../../../proto/gen/control.js';
import type { Invocation, Session } from '../session.js';

export async function showEvents({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output, clock, signal } = session;
  if (flags.isGiven('since'))
    throw complaint('--since', 'cannot be had: events are told as they happen, and not kept');
  const format = listFormat(flags);
  if (format.kind === 'columns') throw complaint('--format', 'events have no table', flags.text('format'));
  const untilMs = flags.parsed('until', (flag, text) => parseInstantMs(flag, text, clock.nowMs()));
  if (untilMs !== undefined && untilMs <= clock.nowMs())
    throw complaint('--until', 'is in the past, and events are not kept', flags.text('until'));
  const filters = parseFilters(flags, EVENT_FILTERS);
  const request = WatchEventsRequestCodec.create({
    types: filters.type,
    actions: filters.event,
    services: filters.service,
    nodes: filters.node,
    tasks: filters.task,
    networks: filters.network,
  });
  const control = await connection.control();
  const timer = new AbortController();
  const stop = AbortSignal.any([signal, timer.signal]);
  if (untilMs !== undefined)
    void clock.sleep(untilMs - clock.nowMs(), stop).then(
      () => timer.abort(),
      () => undefined,
    );
  try {
    const options = { ...connection.callOptions, signal: stop };
    const open = (): AsyncIterable<WatchEventsReply> => control.watchEvents(request, options);
    // Events are not kept: those of a change of leader may be lost, and whoever reads should know.
    const onAgain = (silentMs: number): void =>
      output.note(`a manager was lost; events of about ${Math.ceil(silentMs / 1000)} s may be missing here`);
    for await (const { events } of following(open, { clock, signal: stop }, onAgain))
      for (const event of events) output.line(textOf(event, format));
  } catch (error) {
    if (!timer.signal.aborted) throw error;
  }
  return EXIT.ok;
}

function textOf(event: ClusterEvent, format: ListFormat): string {
  if (format.kind === 'table') return eventLine(event);
  const data = eventData(event);
  return format.kind === 'json' ? JSON.stringify(data.fields) : format.template(data);
}

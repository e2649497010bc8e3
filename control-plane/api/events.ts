/**
 * What happens in the cluster, as events: each is the difference between what a caller was told of an object
 * and what the object is now. A caller that is slow, or changes in quick succession, leave states in between
 * untold, never the last one. Nothing is kept: events begin when the call does.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { CallContext } from '../../proto/base/rpc.js';
import type { ClusterEvent, WatchEventsReply, WatchEventsRequest } from '../../proto/gen/control.js';
import type { Store } from '../store/store.js';
import type { ControlHandlers } from './handlers.js';
import { EVENT_TYPES, EventTeller } from './rules/events.js';
import { eventFilter } from './rules/event-filter.js';
import { wakeupsOf } from './wakeups.js';

/** Most events in one answer, so that a cluster that moves as a whole does not outgrow a message. */
const MOST_EVENTS = 1000;

export interface EventsModules {
  readonly store: Store;
  readonly clock: Clock;
}

export function eventHandlers(modules: EventsModules): ControlHandlers<'watchEvents'> {
  return { watchEvents: (request, context) => watchEvents(request, context, modules) };
}

async function* watchEvents(
  request: WatchEventsRequest,
  { signal }: CallContext,
  { store, clock }: EventsModules,
): AsyncGenerator<WatchEventsReply, void> {
  const isWanted = eventFilter(request);
  const teller = new EventTeller();
  let isBegun = false;
  for await (const { view, first, changed } of wakeupsOf(store, EVENT_TYPES, signal)) {
    const events = teller.events(view, { changed, first }, clock.nowMs()).filter(isWanted);
    if (!isBegun) yield { events: [] };
    isBegun = true;
    yield* inPieces(events);
  }
}

function* inPieces(events: readonly ClusterEvent[]): Generator<WatchEventsReply> {
  for (let at = 0; at < events.length; at += MOST_EVENTS)
    yield { events: events.slice(at, at + MOST_EVENTS) };
}

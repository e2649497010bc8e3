/**
 * Which events a caller asks for. Networks, services, nodes and tasks need not exist yet: they are meant by name, id
 * or the beginning of an id. Types and actions that no event has are refused.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { ClusterEvent, WatchEventsRequest } from '../../../proto/gen/control.js';
import { EVENT_TYPES } from './events.js';

export const EVENT_ACTIONS = ['create', 'remove', 'update'] as const;

export function eventFilter(request: WatchEventsRequest): (event: ClusterEvent) => boolean {
  checkKnown('type', request.types, EVENT_TYPES);
  checkKnown('event', request.actions, EVENT_ACTIONS);
  return (event) =>
    isAny(event.type, request.types) &&
    isAny(event.action, request.actions) &&
    isAbout(event, 'network', request.networks) &&
    isAbout(event, 'service', request.services) &&
    isAbout(event, 'node', request.nodes) &&
    isAbout(event, 'task', request.tasks);
}

/** Whether the event is one of the object, or of a task of its. */
function isAbout(event: ClusterEvent, type: string, refs: readonly string[]): boolean {
  if (refs.length === 0) return true;
  const { attributes } = event;
  const [id, name] =
    event.type === type ? [event.id, attributes['name']] : [attributes[`${type}.id`], attributes[type]];
  return refs.some((ref) => isMeant(ref, id, name));
}

function isMeant(ref: string, id: string | undefined, name: string | undefined): boolean {
  if (ref === '' || id === undefined) return false;
  const [wanted, actual] = [ref.toLowerCase(), name?.toLowerCase() ?? ''];
  // "web.1" is every task that slot 1 of web ever has.
  return id.startsWith(ref) || actual === wanted || actual === `${wanted}.${id.toLowerCase()}`;
}

function isAny(word: string, words: readonly string[]): boolean {
  return words.length === 0 || words.includes(word);
}

function checkKnown(key: string, values: readonly string[], known: readonly string[]): void {
  for (const value of values)
    if (!known.includes(value))
      throw new SwarmError('input.invalid', {
        field: `filter ${key}`,
        rule: `must be one of ${known.join(', ')}`,
        value,
      });
}

/**
 * Events as lines, and as Docker's API has them.
 */
import type { ClusterEvent } from '../../../proto/gen/control.js';
import type { TemplateData } from './template/evaluate.js';

/** "2030-01-01T00:00:00.000Z service update abc (name=web, replicas.new=3, replicas.old=1)" */
export function eventLine({ atMs, type, action, id, attributes }: ClusterEvent): string {
  const told = Object.entries(attributes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value.replaceAll(/\s+/g, ' ')}`);
  return `${new Date(atMs).toISOString()} ${type} ${action} ${id} (${told.join(', ')})`;
}

export function eventData({ atMs, type, action, id, attributes }: ClusterEvent): TemplateData {
  const time = Math.floor(atMs / 1000);
  const timeNano = atMs * 1e6;
  return {
    fields: {
      Type: type,
      Action: action,
      Actor: { ID: id, Attributes: attributes },
      scope: 'swarm',
      time,
      timeNano,
    },
    extras: { Scope: 'swarm', Time: time, TimeNano: timeNano, ID: id },
    isClosed: true,
  };
}

/**
 * Asks the orchestrator's rules about one service, and says their answer in short lines.
 */
import assert from 'node:assert/strict';
import type { ClearedSinceMs } from '../../../control-plane/orchestrator/rules/leaving.js';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { invariant } from '../../../proto/base/invariant.js';
import type { Change, ChangeGroup } from '../../../proto/gen/log.js';
import type { FieldGroup, Service } from '../../../proto/gen/objects.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';
import { SimClock } from '../../kit/sim-clock.js';

export interface Decided {
  readonly lines: readonly string[];
  readonly wakeInMs: number | undefined;
}

export const NOW_MS = Date.UTC(2030, 0, 1, 12);

type Objects = { readonly [T in keyof Tables]?: readonly Tables[T][] };

/** A view that holds these objects; the later lists were stored a second after the earlier ones. */
export async function viewOf(...steps: readonly Objects[]): Promise<ClusterView> {
  const clock = new SimClock(NOW_MS - steps.length * 1000);
  const { store } = aMemoryStore(clock);
  for (const objects of steps) {
    await storeObjects(store, objects);
    await clock.advance(1000);
  }
  return store.view();
}

/** What the rules decide about service-1, whose tasks get no traffic any more unless it is said when that was. */
export function decide(view: ClusterView, nowMs = NOW_MS, clearedSinceMs?: ClearedSinceMs): Decided {
  let made = 0;
  const newId = (): string => `new-${++made}`;
  const { groups, wakeAtMs } = decideService(view, 'service-1', nowMs, newId, clearedSinceMs);
  return {
    lines: linesOf(groups, nowMs),
    wakeInMs: wakeAtMs === undefined ? undefined : wakeAtMs - nowMs,
  };
}

/** The same lines for changes that another rule makes. */
export function linesOf(groups: readonly ChangeGroup[], nowMs = NOW_MS): readonly string[] {
  return groups.flatMap(({ changes }) => changes.map((change) => lineOf(change, nowMs))).toSorted();
}

function lineOf({ change }: Change, nowMs: number): string {
  invariant(change !== undefined, 'a change says what it changes');
  switch (change.kind) {
    case 'remove':
      return `forget ${change.remove.id}`;
    case 'create': {
      const object = change.create.object;
      if (object?.kind === 'revision') return `revision ${object.revision.revision} is kept`;
      invariant(object?.kind === 'task', 'the orchestrator creates tasks and revisions only');
      const { slot, placement, run, revision, desired } = object.task;
      const place = slot === 0 ? `node ${placement?.nodeId}` : `slot ${slot}`;
      const after = desired?.start?.afterTaskId ?? '';
      const delay = desired?.start === undefined ? '' : ` in ${desired.start.notBeforeMs - nowMs} ms`;
      const moved = desired?.move === undefined ? '' : ` for ${desired.move.replacesTaskId} that moves`;
      return `new ${place}${run === 0 ? '' : ` of run ${run}`} r${revision} ${desired?.state}${delay}${after === '' ? '' : ` after ${after}`}${moved}`;
    }
    case 'update': {
      const { group, object } = change.update;
      if (object?.object?.kind === 'service') return serviceLine(group, object.object.service);
      invariant(object?.object?.kind === 'task', 'the orchestrator updates services and tasks only');
      const { id, desired, status } = object.object.task;
      if (group === 'status') return `${id} is ${status?.state}`;
      const isLeaving = desired?.leaving !== undefined && desired.state === 'running';
      return isLeaving ? `${id} leaves for ${desired.leaving.end}` : `${id} -> ${desired?.state}`;
    }
  }
}

function serviceLine(group: FieldGroup, { desired, revision, spec, rollout, runs }: Service): string {
  if (group === 'runs')
    return `runs ${(runs?.runs ?? []).map(({ number, state }) => `${number} ${state}`).join(', ')}`;
  if (group === 'desired') return `rollout ${desired?.state}`;
  const image = spec?.task?.container?.image;
  return `service r${revision} of ${image}${rollout?.isRollback === true ? ', a rollback' : ''}`;
}

/** The task that the group's one change moves elsewhere. */
export function movedIn({ changes }: ChangeGroup): string {
  const [change] = changes;
  assert.equal(changes.length, 1);
  assert.ok(change?.change?.kind === 'create' && change.change.create.object?.kind === 'task');
  const { desired, status, placement } = change.change.create.object.task;
  assert.deepEqual([desired?.state, status?.state, placement?.nodeId ?? ''], ['running', 'pending', '']);
  return desired?.move?.replacesTaskId ?? '';
}

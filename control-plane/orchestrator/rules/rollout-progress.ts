/**
 * How far a rollout is, and what its failures lead to: begun, completed, paused, rolled back. Everything it
 * rests on stands in the store (the parts of the tasks, the count of slots, the instants), so a new leader
 * comes to the same result. Texts are those that users of Docker Swarm know, with the reason after them.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { RolloutState, ServiceDesired, ServiceSpec, UpdateConfig } from '../../../proto/gen/objects.js';
import { revisionOf, rolledBackTo } from '../../../proto/model/rollout.js';
import { create, group, unchanged, update } from '../../store/rules/change.js';
import type { Failure, RolloutSlot } from './rollout-slot.js';
import { contextOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

export interface Progress {
  /** What to write; undefined when what the service says is still true. */
  readonly group?: ChangeGroup;
  /** No slot is touched for now: the rollout halts, or turns back. */
  readonly isHalting: boolean;
}

type Words = Readonly<Record<'active' | 'paused' | 'completed', RolloutState>> & { readonly noun: string };

const UPDATE: Words = { active: 'updating', paused: 'paused', completed: 'completed', noun: 'update' };
const ROLLBACK: Words = {
  active: 'rollback-started',
  paused: 'rollback-paused',
  completed: 'rollback-completed',
  noun: 'rollback',
};

const GOES_ON: Progress = { isHalting: false };

export interface Seen {
  /** Those that need a close look. */
  readonly slots: readonly RolloutSlot[];
  /** All of the service. */
  readonly kept: readonly Slot[];
  readonly config: UpdateConfig;
  /** Said when it begins. */
  readonly remark: string;
}

export function progressOf(context: ServiceContext, seen: Seen): Progress {
  const { service, request, nowMs } = context;
  const { slots, config } = seen;
  const words = request.isRollback ? ROLLBACK : UPDATE;
  const { desired } = service;
  const isBegun = desired !== undefined && desired.number === request.number && desired.state !== 'none';
  const isOpen = slots.some((slot) => isUndecided(slot, config, nowMs));
  if (!isBegun) {
    if (request.number === 0 && !isOpen) return GOES_ON;
    return { group: begun(context, seen, words, isOpen), isHalting: request.isPaused };
  }
  if (desired.state !== words.active) return GOES_ON;
  const failure = failureBeyond(slots, desired, config);
  if (failure !== undefined) return failed(context, seen, words, failure);
  if (request.isPaused) return halted(context, words, `${words.noun} paused by request`);
  if (isOpen) return GOES_ON;
  return { group: completed(context, slots, words), isHalting: false };
}

/** Whether it is still to come how the slot gets on: a failed one is known, whatever is tried after that. */
function isUndecided(
  { isUntouched, part, failures }: RolloutSlot,
  config: UpdateConfig,
  nowMs: number,
): boolean {
  if (failures.length > 0) return false;
  if (part?.state.kind === 'running') return part.state.sinceMs + config.monitorMs > nowMs;
  return isUntouched || part !== undefined;
}

function begun(context: ServiceContext, { slots, remark }: Seen, words: Words, isOpen: boolean): ChangeGroup {
  const { service, request, nowMs } = context;
  return written(context, {
    state: isOpen ? words.active : words.completed,
    revision: service.revision,
    startedAtMs: nowMs,
    completedAtMs: isOpen ? 0 : nowMs,
    message: isOpen ? `${words.noun} in progress${remark}` : `${words.noun} completed`,
    number: request.number,
    slotCount: slots.filter(({ isUntouched, pair }) => isUntouched || pair !== undefined).length,
  });
}

function completed(context: ServiceContext, slots: readonly RolloutSlot[], words: Words): ChangeGroup {
  const { service, request, nowMs } = context;
  const failedCount = slots.filter(({ failures }) => failures.length > 0).length;
  const remark =
    failedCount === 0 ? '' : `, with failures in ${failedCount} slot${failedCount === 1 ? '' : 's'}`;
  // Of a rollback that nobody asked for, its cause is what users want to read.
  const message = request.isAutomatic ? (service.desired?.message ?? '') : `${words.noun} completed`;
  return written(context, {
    ...service.desired,
    state: words.completed,
    completedAtMs: nowMs,
    message: `${message}${remark}`,
  });
}

/** The newest failure, when there are more than the configuration puts up with. */
function failureBeyond(
  slots: readonly RolloutSlot[],
  { slotCount }: ServiceDesired,
  { failureAction, maxFailureRatio }: UpdateConfig,
): Failure | undefined {
  const failedSlots = slots.filter(({ failures }) => failures.length > 0);
  const share = failedSlots.length / Math.max(1, slotCount, failedSlots.length);
  if (failureAction === 'continue' || share <= maxFailureRatio) return undefined;
  return failedSlots
    .flatMap(({ failures }) => failures)
    .toSorted((a, b) => a.atMs - b.atMs)
    .at(-1);
}

function failed(
  context: ServiceContext,
  { kept, config }: Seen,
  words: Words,
  { task, reason }: Failure,
): Progress {
  const cause = `due to failure or early termination of task ${task.id}: ${reason}`;
  if (config.failureAction !== 'rollback' || context.request.isRollback)
    return halted(context, words, `${words.noun} paused ${cause}`);
  const target = stableSpec(context);
  if (target === undefined)
    return halted(context, words, `update paused ${cause}; there is no earlier revision to roll back to`);
  return { group: turnedBack(context, kept, target, `update rolled back ${cause}`), isHalting: true };
}

/** What the service was before; how many replicas there should be was perhaps said since. */
function stableSpec({ view, service, spec, request }: ServiceContext): ServiceSpec | undefined {
  const stable = view.revision(service.id, request.stableRevision)?.spec;
  return stable && { ...stable, mode: spec.mode };
}

function turnedBack(
  context: ServiceContext,
  kept: readonly Slot[],
  target: ServiceSpec,
  message: string,
): ChangeGroup {
  const { view, service, nowMs } = context;
  const fields = rolledBackTo(service, target, 'failure');
  // Whoever follows the request that failed finds what came of it, too.
  const requestId = view.revision(service.id, service.revision)?.requestId;
  const back = contextOf({ ...context, service: { ...service, ...fields }, spec: target });
  const desired: ServiceDesired = {
    state: ROLLBACK.active,
    revision: fields.revision,
    startedAtMs: nowMs,
    completedAtMs: 0,
    message,
    number: back.request.number,
    slotCount: kept.filter(({ wanted }) => wanted.some((task) => back.isDirty(task))).length,
  };
  return group(
    [
      update('service', service.id, 'spec', fields),
      create('revision', revisionOf(service.id, fields, requestId)),
      update('service', service.id, 'desired', { desired }),
    ],
    [unchanged('service', service, 'spec'), unchanged('service', service, 'desired')],
  );
}

function halted(context: ServiceContext, words: Words, message: string): Progress {
  const desired = { ...context.service.desired, state: words.paused, message };
  return { group: written(context, desired), isHalting: true };
}

function written({ service }: ServiceContext, parts: Partial<ServiceDesired>): ChangeGroup {
  const blank: ServiceDesired = {
    state: 'none',
    revision: 0,
    startedAtMs: 0,
    completedAtMs: 0,
    message: '',
    number: 0,
    slotCount: 0,
  };
  return group(
    [update('service', service.id, 'desired', { desired: { ...blank, ...parts } })],
    [unchanged('service', service, 'spec')],
  );
}

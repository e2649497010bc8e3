/**
 * Writes what a service should be: its spec fields and, when they are a new revision, the object that keeps
 * it. What a change becomes depends on the rollout that is under way, so both are checked together; a step of
 * the rollout in between is no conflict of the caller's, and the change is made again on top of it.
 */
import type { CallContext } from '../../proto/base/rpc.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import type { Service } from '../../proto/gen/objects.js';
import { revisionOf, type SpecFields } from '../../proto/model/rollout.js';
import { create, group, unchanged, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { type Refusal, refusalError, tryGroup } from './commit.js';
import type { Marking } from '../store/once.js';
import { resolveService, notFound } from './rules/references.js';
import { referenceChecks } from './rules/service-references.js';

/** The rollout may take so many steps while one change is being made. */
const MOST_ATTEMPTS = 8;

/** The call that asks for a change, and how what it asks for is done once only. */
export interface Marked {
  readonly context: Pick<CallContext, 'signal' | 'requestId'>;
  readonly marked: Marking;
}

export interface SpecChange {
  /** As it is after the change. */
  readonly service: Service;
  readonly isChanged: boolean;
}

/**
 * Applies the change to the service that is meant; undefined means that there is nothing to change. What
 * `change` throws, and a spec that somebody else has changed meanwhile, ends it with nothing written.
 */
export async function changeSpec(
  store: Store,
  ref: string,
  { context: { signal, requestId }, marked }: Marked,
  change: (service: Service) => SpecFields | undefined,
  warningsOf: (service: Service) => readonly string[] = () => [],
): Promise<SpecChange> {
  for (let attempt = 1; ; attempt++) {
    const service = resolveService(store.view(), ref);
    const fields = change(service);
    if (fields === undefined) return { service, isChanged: false };
    const { revision, previousRevision, rollout } = fields;
    const outcome = {
      objectId: service.id,
      revision,
      previousRevision,
      rollout,
      warnings: warningsOf(service),
    };
    const refusal = await tryGroup(store, marked(written(service, fields, requestId), outcome), signal);
    if (refusal === undefined) return { service: stored(store, service.id), isChanged: true };
    if (!isOfRollout(refusal) || attempt === MOST_ATTEMPTS) throw refusalError(store, refusal);
  }
}

function written(service: Service, fields: SpecFields, requestId: string): ChangeGroup {
  const { id, revision } = service;
  const changes = [update('service', id, 'spec', fields)];
  if (fields.revision !== revision) changes.push(create('revision', revisionOf(id, fields, requestId)));
  return group(changes, [
    unchanged('service', service, 'spec'),
    unchanged('service', service, 'desired'),
    ...referenceChecks(fields.spec),
  ]);
}

function isOfRollout(refusal: Refusal): boolean {
  if (refusal.kind !== 'check') return false;
  const { condition } = refusal.check;
  return condition?.kind === 'version' && condition.version.group === 'desired';
}

function stored(store: Store, id: string): Service {
  const view = store.view();
  const service = view.service(id);
  if (service === undefined) throw notFound(view, 'service', id);
  return service;
}

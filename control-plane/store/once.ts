/**
 * What a caller asks for is done once, however often it asks: with each change goes the id of the request
 * that asked for it, in the same group, so that both are stored or neither. A caller that did not hear what
 * became of its request asks again with the same id, of whatever manager, and gets the first result.
 */
import { createHash } from 'node:crypto';
import { SwarmError } from '../../proto/base/errors.js';
import type { AnyMethod, CallContext } from '../../proto/base/rpc.js';
import type { MethodDefinition } from '../../proto/gen/runtime.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import type { PastRequest, Service } from '../../proto/gen/objects.js';
import { absent, create } from './rules/change.js';
import type { ClusterView } from './rules/view.js';
import type { Store } from './store.js';

/** What is to be remembered of what was done: the object, of a service its spec fields, and what was remarked. */
export type Outcome = { readonly objectId: string; readonly warnings?: readonly string[] } & Partial<
  Pick<Service, 'revision' | 'previousRevision' | 'rollout'>
>;

/** The group, as one that is applied only if the request has not been answered before. */
export type Marking = (group: ChangeGroup, outcome: Outcome) => ChangeGroup;

interface Asked<Q> {
  readonly store: Pick<Store, 'view'>;
  readonly context: Pick<CallContext, 'requestId'>;
  readonly method: MethodDefinition<Q, unknown>;
  readonly request: Q;
}

/** Performs what is asked for, or says with `recall` what came of it when it was done before. */
export async function once<Q, R>(
  { store, context: { requestId }, method, request }: Asked<Q>,
  perform: (marked: Marking) => Promise<R>,
  recall: (past: PastRequest, view: ClusterView) => R | Promise<R>,
): Promise<R> {
  const digest = digestOf(method.request.encode(request));
  const isKnown = (): PastRequest | undefined => pastRequest(store.view(), requestId, method, digest);
  const past = isKnown();
  if (past !== undefined) return await recall(past, store.view());
  const marked: Marking = (group, outcome) => ({
    // First: whatever else has changed since, it may have been by this very request.
    checks: [absent('request', requestId), ...group.checks],
    changes: [
      ...group.changes,
      create('request', { ...NOTHING, ...outcome, id: requestId, method: method.name, digest }),
    ],
  });
  try {
    return await perform(marked);
  } catch (error) {
    // Another attempt of the same caller was faster, or this one went well after all.
    const made = isKnown();
    if (made === undefined) throw error;
    return await recall(made, store.view());
  }
}

const NOTHING = { objectId: '', revision: 0, previousRevision: 0, warnings: [] } as const;

/** Throws when the id was another request's: nobody could tell what was done. */
function pastRequest(
  view: ClusterView,
  requestId: string,
  { name }: Pick<AnyMethod, 'name'>,
  digest: string,
): PastRequest | undefined {
  const past = view.request(requestId);
  if (past === undefined || (past.method === name && past.digest === digest)) return past;
  const rule = 'was the id of another request already; give each its own';
  throw new SwarmError('input.invalid', { field: 'request-id', value: requestId, rule });
}

const DIGEST_BYTES = 12;

/** Long enough to tell the few requests apart that may ever have one id. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}

/** The service as it was after the request, as far as others have not removed it since. */
export function serviceAsOf(view: ClusterView, past: PastRequest): Service | undefined {
  const service = view.service(past.objectId);
  if (service === undefined) return undefined;
  const { revision, previousRevision, rollout } = past;
  const spec =
    revision === service.revision
      ? service.spec
      : (view.revision(service.id, revision)?.spec ?? service.spec);
  return { ...service, spec, revision, previousRevision, rollout };
}

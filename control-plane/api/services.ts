/**
 * Creates, lists, shows, changes, removes and watches services. A service and the revision that keeps its
 * spec are written together, so that a task never refers to a spec that is not there. Removing a service
 * removes its object only: its tasks and revisions are cleaned up by those who own them.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import {
  type ChangeRolloutReply,
  type ChangeRolloutRequest,
  ControlService,
  type CreateServiceReply,
  type CreateServiceRequest,
  type RemoveServiceReply,
  type RemoveServiceRequest,
  type UpdateServiceReply,
  type UpdateServiceRequest,
} from '../../proto/gen/control.js';
import type { PastRequest, Service, ServiceSpec } from '../../proto/gen/objects.js';
import { isHalted, revisionOf, withSpec } from '../../proto/model/rollout.js';
import { isSame } from '../../proto/model/sameness.js';
import { validateServiceSpec } from '../../proto/model/service-spec.js';
import { create, exists, group, remove } from '../store/rules/change.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import { once, serviceAsOf } from '../store/once.js';
import { serviceEntries } from './rules/entries.js';
import { filterServices } from './rules/filters.js';
import { notFound, resolveService } from './rules/references.js';
import { steered } from './rules/rollout-change.js';
import { hasReferences, referenceChecks, withReferences } from './rules/service-references.js';
import { specWarnings } from './rules/spec-warnings.js';
import { checkServiceUpdate } from './rules/update-check.js';
import { watchService } from './service-watch.js';
import { changeSpec } from './spec-change.js';
import type { Turns } from './turns.js';

export interface ServicesModules {
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
  readonly turns: Turns;
}

export function serviceHandlers(
  modules: ServicesModules,
): ControlHandlers<
  | 'createService'
  | 'listServices'
  | 'getService'
  | 'updateService'
  | 'removeService'
  | 'changeRollout'
  | 'listRevisions'
  | 'watchService'
> {
  const { store, turns } = modules;
  /** Only specs that others may be in the way of need a turn. */
  const inTurn = async <T>(
    spec: ServiceSpec | undefined,
    context: CallContext,
    change: (context: CallContext) => Promise<T>,
  ): Promise<T> => await (hasReferences(spec) ? turns.take(context, change) : change(context));
  return {
    createService: (request, context) =>
      inTurn(request.spec, context, (undisturbed) => createService(request, undisturbed, modules)),
    listServices: async (request) => {
      const view = store.view();
      return { services: serviceEntries(view, filterServices(view, request)) };
    },
    getService: async ({ ref }) => {
      const view = store.view();
      const [entry] = serviceEntries(view, [resolveService(view, ref)]);
      return { entry };
    },
    updateService: (request, context) =>
      inTurn(request.spec, context, (undisturbed) => updateService(request, undisturbed, modules)),
    removeService: (request, context) => removeService(request, context, modules),
    changeRollout: (request, context) =>
      request.action === 'rollback'
        ? turns.take(context, (undisturbed) => changeRollout(request, undisturbed, modules))
        : changeRollout(request, context, modules),
    listRevisions: async ({ ref }) => {
      const view = store.view();
      const service = resolveService(view, ref);
      return { service, revisions: view.revisionsOfService(service.id) };
    },
    watchService: ({ ref }, context) => watchService(ref, context.signal, store),
  };
}

async function createService(
  request: CreateServiceRequest,
  context: CallContext,
  { store, random, log }: ServicesModules,
): Promise<CreateServiceReply> {
  const method = ControlService.methods.createService;
  return await once(
    { store, context, method, request },
    async (marked): Promise<CreateServiceReply> => {
      const spec = withReferences(store.view(), checkedSpec(request.spec), undefined);
      const id = newId(random);
      const service: Service = { id, spec, revision: 1, previousRevision: 0 };
      const changes = [
        create('service', service),
        create('revision', revisionOf(id, service, context.requestId)),
      ];
      const warnings = specWarnings(spec, store.view().nodes());
      const outcome = { objectId: id, revision: 1, previousRevision: 0, warnings };
      await commitGroup(store, marked(group(changes, referenceChecks(spec)), outcome), context.signal);
      log.info('service created', { serviceId: id, name: spec.name, requestId: context.requestId });
      return { service: resolveService(store.view(), id), warnings };
    },
    recalled,
  );
}

/** The first answer to a request that was made before. */
function recalled(past: PastRequest, view: ClusterView): CreateServiceReply {
  const service = serviceAsOf(view, past);
  if (service === undefined) throw notFound(view, 'service', past.objectId);
  return { service, warnings: past.warnings };
}

async function updateService(
  request: UpdateServiceRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<UpdateServiceReply> {
  if (request.spec === undefined) throw specMissing();
  const given = request.spec;
  const method = ControlService.methods.updateService;
  return await once(
    { store, context, method, request },
    async (marked): Promise<UpdateServiceReply> => {
      let warnings: readonly string[] = [];
      const { service, isChanged } = await changeSpec(
        store,
        request.serviceId,
        { context, marked },
        (present) => {
          checkServiceUpdate(present, given, request.version);
          const spec = withReferences(store.view(), checkedSpec(given), present);
          return isSame(spec, present.spec) ? undefined : withSpec(present, spec);
        },
        () => (warnings = specWarnings(given, store.view().nodes())),
      );
      if (!isChanged) return { service, warnings: unchangedWarnings(service) };
      const { id: serviceId, revision } = service;
      log.info('service updated', { serviceId, revision, requestId: context.requestId });
      return { service, warnings };
    },
    recalled,
  );
}

function unchangedWarnings(service: Service): readonly string[] {
  if (!isHalted(service)) return [];
  return [
    `nothing has changed, and the rollout stays paused; go on with: service resume ${service.spec?.name ?? service.id}`,
  ];
}

async function changeRollout(
  request: ChangeRolloutRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<ChangeRolloutReply> {
  const { ref, action, toRevision } = request;
  const method = ControlService.methods.changeRollout;
  return await once(
    { store, context, method, request },
    async (marked): Promise<ChangeRolloutReply> => {
      let warnings: readonly string[] = [];
      const { service } = await changeSpec(
        store,
        ref,
        { context, marked },
        (present) => {
          const fields = steered(store.view(), present, { action, toRevision });
          // What an earlier revision rests on may be gone, or somebody else's by now.
          if (action === 'rollback' && fields.spec !== undefined)
            withReferences(store.view(), fields.spec, present);
          const isReplacing = action === 'rollback' || action === 'restart';
          warnings = isReplacing ? specWarnings(fields.spec, store.view().nodes()) : [];
          return fields;
        },
        () => warnings,
      );
      log.info('rollout changed', { serviceId: service.id, action, requestId: context.requestId });
      return { service, warnings };
    },
    recalled,
  );
}

async function removeService(
  request: RemoveServiceRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<RemoveServiceReply> {
  const method = ControlService.methods.removeService;
  return await once(
    { store, context, method, request },
    async (marked) => {
      const { id } = resolveService(store.view(), request.ref);
      const removal = group([remove('service', id)], [exists('service', id)]);
      await commitGroup(store, marked(removal, { objectId: id }), context.signal);
      log.info('service removed', { serviceId: id, requestId: context.requestId });
      return { serviceId: id };
    },
    ({ objectId }) => ({ serviceId: objectId }),
  );
}

function checkedSpec(spec: ServiceSpec | undefined): ServiceSpec {
  if (spec === undefined) throw specMissing();
  return validateServiceSpec(spec);
}

function specMissing(): SwarmError {
  return new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
}

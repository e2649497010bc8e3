/**
 * Creates, lists, shows, changes, removes and watches services. A service and the revision that keeps its
 * spec are written together, so that a task never refers to a spec that is not there. Removing a service
 * removes its object only: its tasks and revisions are cleaned up by those who own them.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import type {
  ChangeRolloutReply,
  ChangeRolloutRequest,
  CreateServiceReply,
  CreateServiceRequest,
  RemoveServiceReply,
  RemoveServiceRequest,
  UpdateServiceReply,
  UpdateServiceRequest,
} from '../../proto/gen/control.js';
import type { Service, ServiceSpec } from '../../proto/gen/objects.js';
import { isHalted, revisionOf, withSpec } from '../../proto/model/rollout.js';
import { isSame } from '../../proto/model/sameness.js';
import { obstacleToStartFirst } from '../../proto/model/start-first.js';
import { validateServiceSpec } from '../../proto/model/service-spec.js';
import { create, exists, group, remove } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import { serviceEntry } from './rules/entries.js';
import { filterServices } from './rules/filters.js';
import { resolveService } from './rules/references.js';
import { steered } from './rules/rollout-change.js';
import { checkServiceUpdate } from './rules/update-check.js';
import { watchService } from './service-watch.js';
import { changeSpec } from './spec-change.js';

export interface ServicesModules {
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
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
  | 'watchService'
> {
  const { store } = modules;
  return {
    createService: (request, context) => createService(request, context, modules),
    listServices: async (request) => {
      const view = store.view();
      return { services: filterServices(view, request).map((service) => serviceEntry(view, service)) };
    },
    getService: async ({ ref }) => {
      const view = store.view();
      return { entry: serviceEntry(view, resolveService(view, ref)) };
    },
    updateService: (request, context) => updateService(request, context, modules),
    removeService: (request, context) => removeService(request, context, modules),
    changeRollout: (request, context) => changeRollout(request, context, modules),
    watchService: ({ ref }, context) => watchService(ref, context.signal, store),
  };
}

async function createService(
  request: CreateServiceRequest,
  context: CallContext,
  { store, random, log }: ServicesModules,
): Promise<CreateServiceReply> {
  const spec = checkedSpec(request.spec);
  const id = newId(random);
  const service: Service = { id, spec, revision: 1, previousRevision: 0 };
  const changes = [
    create('service', service),
    create('revision', revisionOf(id, service, context.requestId)),
  ];
  await commitGroup(store, group(changes), context.signal);
  log.info('service created', { serviceId: id, name: spec.name, requestId: context.requestId });
  return { service: resolveService(store.view(), id), warnings: startFirstWarnings(store, spec) };
}

async function updateService(
  request: UpdateServiceRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<UpdateServiceReply> {
  if (request.spec === undefined) throw specMissing();
  const given = request.spec;
  const outcome = await changeSpec(store, request.serviceId, context, (service) => {
    checkServiceUpdate(service, given, request.version);
    const spec = checkedSpec(given);
    return isSame(spec, service.spec) ? undefined : withSpec(service, spec);
  });
  const { service, isChanged } = outcome;
  if (isChanged) {
    const { id: serviceId, revision } = service;
    log.info('service updated', { serviceId, revision, requestId: context.requestId });
  }
  return { service, warnings: isChanged ? startFirstWarnings(store, given) : unchangedWarnings(service) };
}

function startFirstWarnings(store: Store, spec: ServiceSpec): readonly string[] {
  const isAskedFor = spec.update?.order === 'start-first' || spec.rollback?.order === 'start-first';
  const obstacle = isAskedFor ? obstacleToStartFirst(spec, store.view().nodes()) : undefined;
  if (obstacle === undefined) return [];
  return [`start-first: ${obstacle}; until that changes, tasks are replaced stop-first`];
}

function unchangedWarnings(service: Service): readonly string[] {
  if (!isHalted(service)) return [];
  return [
    `nothing has changed, and the rollout stays paused; go on with: service resume ${service.spec?.name ?? service.id}`,
  ];
}

async function changeRollout(
  { ref, action }: ChangeRolloutRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<ChangeRolloutReply> {
  const { service } = await changeSpec(store, ref, context, (present) =>
    steered(store.view(), present, action),
  );
  log.info('rollout changed', { serviceId: service.id, action, requestId: context.requestId });
  return { service, warnings: [] };
}

async function removeService(
  { ref }: RemoveServiceRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<RemoveServiceReply> {
  const { id } = resolveService(store.view(), ref);
  await commitGroup(store, group([remove('service', id)], [exists('service', id)]), context.signal);
  log.info('service removed', { serviceId: id, requestId: context.requestId });
  return { serviceId: id };
}

function checkedSpec(spec: ServiceSpec | undefined): ServiceSpec {
  if (spec === undefined) throw specMissing();
  return validateServiceSpec(spec);
}

function specMissing(): SwarmError {
  return new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
}

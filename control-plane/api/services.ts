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
  CreateServiceReply,
  CreateServiceRequest,
  RemoveServiceReply,
  RemoveServiceRequest,
  UpdateServiceReply,
  UpdateServiceRequest,
} from '../../proto/gen/control.js';
import type { Service, ServiceSpec } from '../../proto/gen/objects.js';
import type { Change } from '../../proto/gen/log.js';
import { isSame } from '../../proto/model/sameness.js';
import { validateServiceSpec } from '../../proto/model/service-spec.js';
import { atVersion, create, exists, group, remove, revisionId, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import { serviceEntry } from './rules/entries.js';
import { filterServices } from './rules/filters.js';
import { notFound, resolveService } from './rules/references.js';
import { checkServiceUpdate } from './rules/update-check.js';
import { watchService } from './service-watch.js';

export interface ServicesModules {
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
}

export function serviceHandlers(
  modules: ServicesModules,
): ControlHandlers<
  'createService' | 'listServices' | 'getService' | 'updateService' | 'removeService' | 'watchService'
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
  const changes = [create('service', { id, spec, revision: 1 }), newRevision(id, 1, spec)];
  await commitGroup(store, group(changes), context.signal);
  log.info('service created', { serviceId: id, name: spec.name, requestId: context.requestId });
  return { service: storedService(store, id), warnings: [] };
}

async function updateService(
  request: UpdateServiceRequest,
  context: CallContext,
  { store, log }: ServicesModules,
): Promise<UpdateServiceReply> {
  const service = resolveService(store.view(), request.serviceId);
  const { id } = service;
  if (request.spec === undefined) throw specMissing();
  checkServiceUpdate(service, request.spec, request.version);
  const spec = checkedSpec(request.spec);
  if (isSame(spec, service.spec)) return { service, warnings: [] };
  const revision = service.revision + 1;
  const changes = [update('service', id, 'spec', { spec, revision }), newRevision(id, revision, spec)];
  await commitGroup(
    store,
    group(changes, [atVersion('service', id, 'spec', request.version)]),
    context.signal,
  );
  log.info('service updated', { serviceId: id, revision, requestId: context.requestId });
  return { service: storedService(store, id), warnings: [] };
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

function newRevision(serviceId: string, revision: number, spec: ServiceSpec): Change {
  return create('revision', { id: revisionId(serviceId, revision), serviceId, revision, spec });
}

function checkedSpec(spec: ServiceSpec | undefined): ServiceSpec {
  if (spec === undefined) throw specMissing();
  return validateServiceSpec(spec);
}

function specMissing(): SwarmError {
  return new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
}

function storedService(store: Store, id: string): Service {
  const view = store.view();
  const service = view.service(id);
  if (service === undefined) throw notFound(view, 'service', id);
  return service;
}

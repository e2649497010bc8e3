/**
 * What users ask of a simulated cluster, through the control API, made from what they see: a wish that is
 * refused, or lost with the manager, is simply not granted.
 */
import type { RolloutAction } from '../../proto/gen/control.js';
import {
  NetworkCodec,
  type NodeAvailability,
  type NodeSpec,
  type Service,
  type ServiceSpec,
} from '../../proto/gen/objects.js';
import type { Answer, SimCluster } from '../kit/sim-cluster.js';

export class Wishes {
  readonly #cluster: SimCluster;

  constructor(cluster: SimCluster) {
    this.#cluster = cluster;
  }

  service(name: string): Service | undefined {
    return this.#cluster.view.serviceByName(name);
  }

  async create(spec: ServiceSpec): Promise<Answer<unknown>> {
    const container = spec.task?.container?.image ?? '';
    return await this.#cluster.ask(`create ${spec.name} of ${container}`, (control, context) =>
      control.createService({ spec }, context),
    );
  }

  /** A network with that name; once there is one of it, that is refused. */
  async createNetwork(name: string): Promise<Answer<unknown>> {
    return await this.#cluster.ask(`create network ${name}`, (control, context) =>
      control.createNetwork({ spec: NetworkCodec.create({ spec: { name } }).spec }, context),
    );
  }

  async remove(name: string): Promise<Answer<unknown>> {
    return await this.#cluster.ask(`remove ${name}`, (control, context) =>
      control.removeService({ ref: name }, context),
    );
  }

  async scale(name: string, replicas: number): Promise<Answer<unknown>> {
    return await this.#update(name, `scale ${name} to ${replicas}`, (spec) => ({
      ...spec,
      mode: { kind: 'replicated', replicated: { replicas } },
    }));
  }

  /** Of a job: so many completions, so many at once. */
  async setCounts(name: string, totalCompletions: number, maxConcurrent: number): Promise<Answer<unknown>> {
    return await this.#update(name, `${name}: ${totalCompletions}, ${maxConcurrent} at once`, (spec) => ({
      ...spec,
      mode: { kind: 'replicatedJob', replicatedJob: { totalCompletions, maxConcurrent } },
    }));
  }

  async setImage(name: string, image: string): Promise<Answer<unknown>> {
    return await this.#update(name, `update ${name} to ${image}`, (spec) => withImage(spec, image));
  }

  async steer(name: string, action: RolloutAction, toRevision = 0): Promise<Answer<unknown>> {
    const where = toRevision === 0 ? '' : ` to ${toRevision}`;
    return await this.#cluster.ask(`${action} ${name}${where}`, (control, context) =>
      control.changeRollout({ ref: name, action, toRevision }, context),
    );
  }

  async setRebalance(rebalance: boolean): Promise<Answer<unknown>> {
    const cluster = this.#cluster.view.cluster();
    if (cluster?.spec === undefined) return { kind: 'lost' };
    const spec = { ...cluster.spec, rebalance };
    const version = cluster.meta?.versions.spec ?? 0;
    return await this.#cluster.ask(`rebalance becomes ${rebalance}`, (control, context) =>
      control.updateCluster({ version, spec }, context),
    );
  }

  async setAutoRemove(nodeId: string, autoRemoveAfterMs: number): Promise<Answer<unknown>> {
    return await this.#updateNode(nodeId, `remove ${nodeId} after ${autoRemoveAfterMs} ms`, (spec) => ({
      ...spec,
      autoRemoveAfterMs,
    }));
  }

  async removeNode(nodeId: string): Promise<Answer<unknown>> {
    return await this.#cluster.ask(`remove ${nodeId}`, (control, context) =>
      control.removeNode({ ref: nodeId, force: true }, context),
    );
  }

  async setAvailability(nodeId: string, availability: NodeAvailability): Promise<Answer<unknown>> {
    return await this.#updateNode(nodeId, `${nodeId} becomes ${availability}`, (spec) => ({
      ...spec,
      availability,
    }));
  }

  async setLabels(nodeId: string, labels: Readonly<Record<string, string>>): Promise<Answer<unknown>> {
    const what = `${nodeId} is ${JSON.stringify(labels)}`;
    return await this.#updateNode(nodeId, what, (spec) => ({ ...spec, labels }));
  }

  async #updateNode(
    nodeId: string,
    what: string,
    edit: (spec: NodeSpec) => NodeSpec,
  ): Promise<Answer<unknown>> {
    const node = this.#cluster.view.node(nodeId);
    if (node?.spec === undefined) return { kind: 'lost' };
    const version = node.meta?.versions.spec ?? 0;
    const spec = edit(node.spec);
    return await this.#cluster.ask(what, (control, context) =>
      control.updateNode({ nodeId, version, spec }, context),
    );
  }

  async #update(
    name: string,
    what: string,
    edit: (spec: ServiceSpec) => ServiceSpec,
  ): Promise<Answer<unknown>> {
    const service = this.service(name);
    if (service?.spec === undefined) return { kind: 'lost' };
    const { id: serviceId, meta } = service;
    const spec = edit(service.spec);
    return await this.#cluster.ask(what, (control, context) =>
      control.updateService({ serviceId, version: meta?.versions.spec ?? 0, spec }, context),
    );
  }
}

function withImage(spec: ServiceSpec, image: string): ServiceSpec {
  if (spec.task?.container === undefined) return spec;
  return { ...spec, task: { ...spec.task, container: { ...spec.task.container, image } } };
}

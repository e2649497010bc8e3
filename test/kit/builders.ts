/**
 * Complete objects for tests: each builder fills in something sensible, the test says only what matters to
 * it. Parts are merged one level deep, so `aNode({ spec: { availability: 'drain' } })` keeps the other
 * fields of the spec; give `status: undefined` to have a part left out.
 */
import {
  ClusterCodec,
  NetworkCodec,
  NodeCodec,
  PastRequestCodec,
  ServiceCodec,
  ServiceRevisionCodec,
  ServiceSpecCodec,
  TaskCodec,
  TaskSpecCodec,
} from '../../proto/gen/objects.js';
import type {
  Cluster,
  ClusterInput,
  MetaInput,
  Network,
  NetworkInput,
  Node,
  NodeInput,
  PastRequest,
  Service,
  ServiceInput,
  ServiceRevision,
  ServiceRevisionInput,
  ServiceSpec,
  ServiceSpecInput,
  Task,
  TaskInput,
  TaskSpec,
  TaskSpecInput,
} from '../../proto/gen/objects.js';

const BORN_MS = Date.UTC(2030, 0, 1);

const META: MetaInput = { createdAtMs: BORN_MS, updatedAtMs: BORN_MS, versions: {} };

const GIB = 2 ** 30;

/** Defaults with the given parts over them; a part that is named but undefined is left out. */
function part<T extends object>(given: object, name: string, defaults: T): T | undefined {
  const value = (given as Readonly<Record<string, T | undefined>>)[name];
  if (Object.hasOwn(given, name) && value === undefined) return undefined;
  return { ...defaults, ...value };
}

export function aCluster(parts: ClusterInput = {}): Cluster {
  return ClusterCodec.create({
    id: 'cluster-1',
    ...parts,
    meta: part(parts, 'meta', META),
    spec: part(parts, 'spec', {
      name: 'default',
      heartbeatPeriodMs: 5000,
      taskHistoryLimit: 5,
      nodeCertificateValidityMs: 90 * 24 * 3600 * 1000,
    }),
    identity: part(parts, 'identity', {
      rootCertificatePem: 'root certificate',
      rootKeyPem: 'root key',
      workerTokenSecret: 'worker secret',
      managerTokenSecret: 'manager secret',
    }),
  });
}

export function aPastRequest(id: string): PastRequest {
  return PastRequestCodec.create({ id, method: 'CreateService', digest: 'digest', objectId: 'service-1' });
}

/** A worker that is ready, active, and has 4 CPUs and 8 GiB. */
export function aNode(parts: NodeInput = {}): Node {
  const id = parts.id ?? 'node-1';
  return NodeCodec.create({
    id,
    ...parts,
    meta: part(parts, 'meta', META),
    spec: part(parts, 'spec', { role: 'worker', availability: 'active' }),
    identity: part(parts, 'identity', { role: 'worker', certificateExpiresAtMs: BORN_MS + 90 * 86_400_000 }),
    description: part(parts, 'description', {
      hostname: id,
      platform: { os: 'linux', architecture: 'x86_64' },
      resources: { nanoCpus: 4e9, memoryBytes: 8 * GIB },
      engineVersion: '27.0.0',
      networking: { dataAddress: '192.0.2.1', dataMtu: 1500 },
    }),
    status: part(parts, 'status', { state: 'ready', address: '192.0.2.1', sinceMs: BORN_MS }),
  });
}

/** An IPv4 network, named after its id, that has its subnet: 10.0.1.0/24. */
export function aNetwork(parts: NetworkInput = {}): Network {
  const id = parts.id ?? 'network-1';
  return NetworkCodec.create({
    id,
    ...parts,
    meta: part(parts, 'meta', META),
    spec: part(parts, 'spec', { name: id }),
    allocation: part(parts, 'allocation', {
      subnets: [{ subnet: '10.0.1.0/24', range: '10.0.1.0/24', gateway: '10.0.1.1' }],
      vxlanId: 4097,
    }),
  });
}

/** One container of image web:1, restarted whenever it ends. */
export function aTaskSpec(parts: TaskSpecInput = {}): TaskSpec {
  return TaskSpecCodec.create({
    ...parts,
    container: part(parts, 'container', { image: 'web:1' }),
    restart: part(parts, 'restart', { condition: 'any', delayMs: 5000, maxAttempts: 0, windowMs: 0 }),
    placement: part(parts, 'placement', { constraints: [] }),
  });
}

/** One replica of aTaskSpec(). */
export function aServiceSpec(parts: ServiceSpecInput = {}): ServiceSpec {
  return ServiceSpecCodec.create({
    name: 'web',
    mode: { kind: 'replicated', replicated: { replicas: 1 } },
    ...parts,
    task: Object.hasOwn(parts, 'task') && parts.task === undefined ? undefined : aTaskSpec(parts.task),
  });
}

/** A service of one replica, named after its id unless the spec names it, at revision 1. */
export function aService(parts: ServiceInput = {}): Service {
  const id = parts.id ?? 'service-1';
  return ServiceCodec.create({
    id,
    revision: 1,
    ...parts,
    meta: part(parts, 'meta', META),
    spec: aServiceSpec({ name: id, ...parts.spec }),
  });
}

/** The revision that aService() of the same service id and revision was made from. */
export function aRevision(parts: ServiceRevisionInput = {}): ServiceRevision {
  const serviceId = parts.serviceId ?? 'service-1';
  const revision = parts.revision ?? 1;
  return ServiceRevisionCodec.create({
    id: `${serviceId}.${revision}`,
    serviceId,
    revision,
    ...parts,
    meta: part(parts, 'meta', META),
    spec: aServiceSpec({ name: serviceId, ...parts.spec }),
  });
}

/** A task of slot 1 of service-1 that runs on node-1 and should. */
export function aTask(parts: TaskInput = {}): Task {
  return TaskCodec.create({
    id: 'task-1',
    serviceId: 'service-1',
    slot: 1,
    revision: 1,
    ...parts,
    meta: part(parts, 'meta', META),
    desired: part(parts, 'desired', { state: 'running' }),
    placement: part(parts, 'placement', { nodeId: 'node-1' }),
    status: part(parts, 'status', { state: 'running', atMs: BORN_MS, message: 'started' }),
  });
}

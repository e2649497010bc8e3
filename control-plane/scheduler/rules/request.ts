/**
 * What the tasks of one revision ask of a node, read once for all of them.
 */
import { pluginsOf, type WantedPlugin } from '../../../proto/model/plugin.js';
import { SwarmError } from '../../../proto/base/errors.js';
import type {
  GenericResource,
  Mount,
  MountType,
  PlacementStrategy,
  PortSpec,
  ServiceSpec,
} from '../../../proto/gen/objects.js';
import type { Constraint } from '../../../proto/model/constraint.js';
import { parseConstraints } from '../../../proto/model/constraint.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { reservationOf } from '../../../proto/model/resources.js';
import type { Apart } from './apartness.js';
import { type Claim, hostPortsOf } from './claim.js';
import type { NodeLoads } from './node-loads.js';

export interface Request {
  readonly serviceId: string;
  readonly spec: ServiceSpec;
  readonly reserved: Amounts;
  /** How many of each kind. */
  readonly generic: readonly GenericResource[];
  readonly plugins: readonly WantedPlugin[];
  /** One of its networks is. */
  readonly isEncrypted: boolean;
  /** 'unreadable' when one of them is malformed: no node satisfies that. */
  readonly constraints: readonly Constraint[] | 'unreadable';
  readonly hostPorts: readonly PortSpec[];
  /** Where the mounts of volumes of the cluster come from. */
  readonly clusterVolumes: readonly string[];
  /** The services beside whose tasks it may not be. */
  readonly apart: readonly Apart[];
  readonly strategy: Exclude<PlacementStrategy, 'default'>;
}

/** What holds for services that do not say. */
export interface PlacementDefaults {
  readonly strategy: PlacementStrategy;
}

export function requestOf(
  serviceId: string,
  spec: ServiceSpec,
  loads: Pick<NodeLoads, 'apartOf' | 'needsEncryption'>,
  defaults: PlacementDefaults,
): Request {
  return {
    serviceId,
    spec,
    reserved: reservationOf(spec.task),
    generic: spec.task?.resources?.reservations?.generic ?? [],
    plugins: pluginsOf(spec),
    isEncrypted: loads.needsEncryption(spec),
    constraints: readConstraints(spec.task?.placement?.constraints ?? []),
    hostPorts: hostPortsOf(spec),
    clusterVolumes: mountsOf(spec, 'cluster').map(({ source }) => source),
    apart: loads.apartOf(serviceId),
    strategy: strategyOf(spec, defaults),
  };
}

/** What a task of the request takes when it was given these units. */
export function claimFor(request: Request, generic: readonly GenericResource[]): Claim {
  const { serviceId, reserved, hostPorts } = request;
  return { serviceId, reserved, generic, hostPorts, isActive: true };
}

function strategyOf({ task }: ServiceSpec, defaults: PlacementDefaults): Request['strategy'] {
  const ofService = task?.placement?.strategy ?? 'default';
  const strategy = ofService === 'default' ? defaults.strategy : ofService;
  return strategy === 'default' ? 'spread' : strategy;
}

function mountsOf({ task }: ServiceSpec, type: MountType): readonly Mount[] {
  const mounts = task?.container?.mounts ?? [];
  return mounts.length === 0 ? mounts : mounts.filter((mount) => mount.type === type);
}

// They were checked when the service was made, but perhaps by a build that knew more than this one.
function readConstraints(texts: readonly string[]): Request['constraints'] {
  try {
    return parseConstraints(texts);
  } catch (error) {
    if (error instanceof SwarmError) return 'unreadable';
    throw error;
  }
}

/**
 * From the engine's own account of itself to the description of a node. Pure.
 */
import {
  type GenericResource,
  type NodeDescription,
  NodeDescriptionCodec,
  type Plugin,
} from '../../../../proto/gen/objects.js';

/** The part of the engine's info that this program reads. */
export interface EngineInfo {
  readonly Name: string;
  readonly Architecture: string;
  readonly OSType: string;
  readonly NCPU: number;
  readonly MemTotal: number;
  readonly ServerVersion: string;
  readonly Labels?: readonly string[] | null;
  readonly Plugins?: EnginePlugins | null;
  readonly GenericResources?: readonly EngineResource[] | null;
}

/** By type; types that say nothing about where a task can run are not read. */
export type EnginePlugins = Readonly<Partial<Record<'Volume' | 'Network' | 'Log', readonly string[] | null>>>;

/** Either a unit with a name, or how many units there are. */
export interface EngineResource {
  readonly NamedResourceSpec?: { readonly Kind: string; readonly Value: string } | null;
  readonly DiscreteResourceSpec?: { readonly Kind: string; readonly Value: number } | null;
}

const NANO_CPUS_PER_CPU = 1_000_000_000;

export function describeEngine(info: EngineInfo): NodeDescription {
  return NodeDescriptionCodec.create({
    hostname: info.Name,
    platform: { architecture: info.Architecture, os: info.OSType },
    resources: {
      nanoCpus: info.NCPU * NANO_CPUS_PER_CPU,
      memoryBytes: info.MemTotal,
      generic: genericOf(info.GenericResources ?? []),
    },
    engineVersion: info.ServerVersion,
    plugins: pluginsOf(info.Plugins ?? {}),
    engineLabels: Object.fromEntries((info.Labels ?? []).map(keyAndValue)),
  });
}

/** By type and name, so that the same engine is always described alike. */
function pluginsOf(plugins: EnginePlugins): readonly Plugin[] {
  return (['Log', 'Network', 'Volume'] as const).flatMap((type) =>
    (plugins[type] ?? []).toSorted().map((name) => ({ type, name })),
  );
}

function genericOf(resources: readonly EngineResource[]): readonly GenericResource[] {
  const resourceByKind = new Map<string, GenericResource>();
  for (const { NamedResourceSpec: named, DiscreteResourceSpec: discrete } of resources) {
    if (discrete) {
      resourceByKind.set(discrete.Kind, { kind: discrete.Kind, count: discrete.Value, values: [] });
    } else if (named) {
      const values = [...(resourceByKind.get(named.Kind)?.values ?? []), named.Value].toSorted();
      resourceByKind.set(named.Kind, { kind: named.Kind, count: values.length, values });
    }
  }
  return [...resourceByKind.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

function keyAndValue(label: string): [string, string] {
  const at = label.indexOf('=');
  return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 1)];
}

/**
 * Placement and generic resources as `inspect` prints them, in the words of Docker's API where it has words.
 */
import { unreachable } from '../../../proto/base/invariant.js';
import type { GenericResource, PlacementPreference, TaskSpec } from '../../../proto/gen/objects.js';

type JsonFields = Readonly<Record<string, unknown>>;

/** With empty fields, which the caller leaves out. */
export function placementJson(placement: TaskSpec['placement']): JsonFields {
  return {
    Constraints: placement?.constraints,
    Preferences: placement?.preferences.map(preferenceJson),
    MaxReplicas: placement?.maxReplicasPerNode || undefined,
    Platforms: placement?.platforms.map(({ architecture, os }) => ({ Architecture: architecture, OS: os })),
    Strategy: placement?.strategy === 'default' ? undefined : placement?.strategy,
    ApartFrom: placement?.apartFrom,
  };
}

function preferenceJson({ preference }: PlacementPreference): JsonFields {
  switch (preference?.kind) {
    case 'spread':
      return { Spread: { SpreadDescriptor: preference.spread } };
    case 'prefer':
      return { Prefer: { Constraint: preference.prefer } };
    case 'near':
      return { Near: { Service: preference.near } };
    case 'apart':
      return { Apart: { Service: preference.apart } };
    case undefined:
      return {};
    default:
      return unreachable(preference);
  }
}

/** One entry for each unit that has a name, and one for each kind whose units have none. */
export function genericJson(resources: readonly GenericResource[] | undefined): readonly JsonFields[] {
  return (resources ?? []).flatMap(({ kind, count, values }): readonly JsonFields[] =>
    values.length === 0
      ? [{ DiscreteResourceSpec: { Kind: kind, Value: count } }]
      : values.map((value) => ({ NamedResourceSpec: { Kind: kind, Value: value } })),
  );
}

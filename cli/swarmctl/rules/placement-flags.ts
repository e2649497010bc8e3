/**
 * Flags of placement → where tasks may and should go.
 */
import { PLACEMENT_STRATEGIES, type Placement, PlacementCodec } from '../../../proto/gen/objects.js';
import { parsePreference, preferenceText } from '../../../proto/model/placement.js';
import { parseCount } from './amounts.js';
import { constraintKey, parsePlacementRule } from './container-values.js';
import type { FlagValues } from './flag-values.js';
import type { ListFlags } from './list-flags.js';

/** The placement with the flags' changes; what no flag names stays as it is. */
export function changedPlacement(
  placement: Placement | undefined,
  flags: FlagValues,
  lists: ListFlags,
): Placement | undefined {
  const constraints = lists.change('constraint');
  const preferences = lists.change('placement-pref');
  const apartFrom = lists.change('apart-from');
  const maxReplicasPerNode = flags.parsed('replicas-max-per-node', parseCount);
  const strategy = flags.word('placement-strategy', PLACEMENT_STRATEGIES);
  const isGiven =
    [constraints, preferences, apartFrom].some((change) => change.isGiven) ||
    maxReplicasPerNode !== undefined ||
    strategy !== undefined;
  if (!isGiven) return placement;
  const before = placement ?? PlacementCodec.create();
  return {
    ...before,
    constraints: constraints.applied(before.constraints, {
      parse: parsePlacementRule,
      keyOf: constraintKey,
      removalKey: (_flag, text) => constraintKey(text),
    }),
    preferences: preferences.applied(before.preferences, {
      parse: (flag, text) => parsePreference(text, flag),
      keyOf: preferenceText,
      removalKey: (flag, text) => preferenceText(parsePreference(text, flag)),
    }),
    apartFrom: apartFrom.applied(before.apartFrom, {
      parse: (_flag, text) => text,
      keyOf: serviceKey,
      removalKey: (_flag, text) => serviceKey(text),
    }),
    maxReplicasPerNode: maxReplicasPerNode ?? before.maxReplicasPerNode,
    strategy: strategy ?? before.strategy,
  };
}

/** Services are found by their names in any case. */
function serviceKey(name: string): string {
  return name.toLowerCase();
}

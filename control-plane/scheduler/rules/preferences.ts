/**
 * Placement preferences as levels of branches: which branch each node belongs to, level by level. The first
 * preference divides the nodes, the next one divides each part again.
 */
import type { PlacementPreference } from '../../../proto/gen/objects.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { labelOf, matchesConstraints, parseConstraint } from '../../../proto/model/constraint.js';
import type { Branch, CountedBranch } from './branches.js';
import { PreferLevel, SpreadLevel } from './branches.js';
import type { NodeLoad } from './node-load.js';
import type { NodeLoads } from './node-loads.js';

/** One preference, ready to be asked of nodes. */
export interface Level {
  readonly kind: 'spread' | 'prefer';
  /** The branch of the node; of those of 'prefer' the first in order is preferred. */
  readonly branchOf: (load: NodeLoad) => string;
}

const WANTED = '0';
const OTHERS = '1';

/** What this build cannot read has no say: it is a wish, and the task runs anyway. */
export function levelsOf(
  preferences: readonly PlacementPreference[],
  loads: Pick<NodeLoads, 'servicesNamed'>,
): readonly Level[] {
  return preferences.flatMap((preference) => levelOf(preference, loads) ?? []);
}

function levelOf(
  { preference }: PlacementPreference,
  loads: Pick<NodeLoads, 'servicesNamed'>,
): Level | undefined {
  switch (preference?.kind) {
    case 'spread': {
      const label = labelOf(preference.spread);
      if (label === undefined) return undefined;
      return { kind: 'spread', branchOf: ({ node }) => label.of(node)[label.name] ?? '' };
    }
    case 'prefer':
      return preferring(preference.prefer);
    case 'near':
    case 'apart': {
      const isNear = preference.kind === 'near';
      const ids = loads.servicesNamed(isNear ? preference.near : preference.apart);
      const has = (load: NodeLoad): boolean => ids.some((id) => load.activeOf(id) > 0);
      return { kind: 'prefer', branchOf: (load) => (has(load) === isNear ? WANTED : OTHERS) };
    }
    default:
      return undefined;
  }
}

function preferring(text: string): Level | undefined {
  try {
    const constraint = parseConstraint(text);
    return {
      kind: 'prefer',
      branchOf: ({ node }) => (matchesConstraints([constraint], node) ? WANTED : OTHERS),
    };
  } catch (error) {
    if (error instanceof SwarmError) return undefined;
    throw error;
  }
}

export interface BranchOptions {
  readonly levels: readonly Level[];
  /** Active tasks of the service that count on the node. */
  readonly tasksOn: (load: NodeLoad) => number;
  /** The end of a branch: the nodes that are left when all levels have divided them. */
  readonly leafOf: (loads: readonly NodeLoad[]) => Branch;
}

/** The nodes in branches by the levels that are left. */
export function branchesOf(loads: readonly NodeLoad[], options: BranchOptions): Branch {
  const { levels, tasksOn, leafOf } = options;
  const [level, ...rest] = levels;
  if (level === undefined) return leafOf(loads);
  const loadsByKey = new Map<string, NodeLoad[]>();
  for (const load of loads) {
    const key = level.branchOf(load);
    const inBranch = loadsByKey.get(key);
    if (inBranch === undefined) loadsByKey.set(key, [load]);
    else inBranch.push(load);
  }
  const branches = [...loadsByKey].map(
    ([key, inBranch]): CountedBranch => ({
      key,
      tasks: inBranch.reduce((sum, load) => sum + tasksOn(load), 0),
      branch: branchesOf(inBranch, { ...options, levels: rest }),
    }),
  );
  if (level.kind === 'spread') return new SpreadLevel(branches);
  return new PreferLevel(branches.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ branch }) => branch));
}

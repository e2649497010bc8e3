/**
 * Where the tasks of a service may and should go: what of it can be asked for, and how preferences are
 * written. Choosing is for the scheduler.
 */
import type { Placement, PlacementPreference } from '../gen/objects.js';
import { unreachable } from '../base/invariant.js';
import { checkConstraint, labelOf, parseConstraint } from './constraint.js';
import { checkCount, checkName, checkUnique } from './input-check.js';
import { refuse } from './refusal.js';

const PREFERENCE = 'placement-pref';
const APART = 'apart-from';

const NO_PLACEMENT: Placement = {
  constraints: [],
  platforms: [],
  maxReplicasPerNode: 0,
  preferences: [],
  strategy: 'default',
  apartFrom: [],
};

/** Throws input.invalid for what the service of this name cannot ask for; returns it with defaults. */
export function validatePlacement(placement: Placement | undefined, serviceName: string): Placement {
  if (placement === undefined) return NO_PLACEMENT;
  const { constraints, maxReplicasPerNode, preferences, apartFrom } = placement;
  for (const text of constraints) checkConstraint(parseConstraint(text), text);
  checkCount(maxReplicasPerNode, 'replicas-max-per-node');
  for (const preference of preferences) checkPreference(preference, serviceName);
  checkUnique(preferences.map(preferenceText), PREFERENCE, 'names the same preference twice');
  for (const name of apartFrom) checkOther(name, serviceName, APART, name);
  checkUnique(
    apartFrom.map((name) => name.toLowerCase()),
    APART,
    'names the same service twice',
  );
  return placement;
}

/** `spread=LABEL`, `prefer=CONSTRAINT`, `near=SERVICE` or `apart=SERVICE`; throws input.invalid. */
export function parsePreference(text: string, field: string = PREFERENCE): PlacementPreference {
  const at = text.indexOf('=');
  const kind = text.slice(0, Math.max(0, at)).trim().toLowerCase();
  const value = text.slice(at + 1).trim();
  const preference = at < 0 ? undefined : preferenceOf(kind, value);
  if (preference === undefined)
    return refuse(field, 'must be spread=LABEL, prefer=CONSTRAINT, near=SERVICE or apart=SERVICE', text);
  checkPreference(preference, undefined, field);
  return preference;
}

/** As it is written on the command line. */
export function preferenceText({ preference }: PlacementPreference): string {
  return preference === undefined ? '' : `${preference.kind}=${valueOf(preference)}`;
}

function preferenceOf(kind: string, value: string): PlacementPreference | undefined {
  switch (kind) {
    case 'spread':
      return { preference: { kind, spread: value } };
    case 'prefer':
      return { preference: { kind, prefer: value } };
    case 'near':
      return { preference: { kind, near: value } };
    case 'apart':
      return { preference: { kind, apart: value } };
    default:
      return undefined;
  }
}

function valueOf(preference: NonNullable<PlacementPreference['preference']>): string {
  switch (preference.kind) {
    case 'spread':
      return preference.spread;
    case 'prefer':
      return preference.prefer;
    case 'near':
      return preference.near;
    case 'apart':
      return preference.apart;
    default:
      return unreachable(preference);
  }
}

function checkPreference(
  given: PlacementPreference,
  serviceName: string | undefined,
  field: string = PREFERENCE,
): void {
  const text = preferenceText(given);
  const { preference } = given;
  if (preference === undefined) return refuse(field, 'must say what is preferred');
  switch (preference.kind) {
    case 'spread':
      if (labelOf(preference.spread) === undefined)
        refuse(field, 'can spread over node.labels.NAME and engine.labels.NAME only', text);
      return;
    case 'prefer':
      checkConstraint(parseConstraint(preference.prefer, field), text, field);
      return;
    case 'near':
      checkOther(preference.near, serviceName, field, text);
      return;
    case 'apart':
      checkOther(preference.apart, serviceName, field, text);
      return;
    default:
      unreachable(preference);
  }
}

/** The name of a service other than this one, whether or not there is one yet. */
function checkOther(name: string, serviceName: string | undefined, field: string, text: string): void {
  checkName(name, field);
  if (name.toLowerCase() === serviceName?.toLowerCase())
    refuse(field, 'must name another service; replicas-max-per-node keeps the tasks of one apart', text);
}

/**
 * Resources that are neither processor time nor memory, such as gpu: a node has so many of a kind, or units
 * with names; a service asks for a number of a kind. Owns how they are written, what is free of them and
 * which units a task gets. A kind is a word of the users; upper and lower case differ.
 */
import type { GenericResource } from '../gen/objects.js';
import { refuse } from './refusal.js';

const KIND = /^[a-z_][a-z0-9_.-]*$/i;
const WHOLE_NUMBER = /^[0-9]+$/;
const NAME = /^[^\s,=\0]+$/;
const KIND_RULE = 'kind must begin with a letter or "_" and have only letters, digits, "_", "." and "-"';

/** Lists of a kind and one value each, as in `gpu=a,gpu=b,apple=3`, into what a node has; by kind. */
export function parseNodeGenericResources(text: string, field: string): readonly GenericResource[] {
  const resourceByKind = new Map<string, GenericResource>();
  if (text === '') return [];
  if (/[\r\n]/.test(text)) return refuse(field, 'must be on one line', text);
  for (const part of text.split(',')) {
    const [kind, value] = kindAndValue(part, field);
    const before = resourceByKind.get(kind);
    if (WHOLE_NUMBER.test(value)) {
      if (before !== undefined) return refuse(field, `may give one number for ${kind}, and no names`, text);
      resourceByKind.set(kind, { kind, count: countOf(value, part, field), values: [] });
    } else {
      if (!NAME.test(value) || value.startsWith('-'))
        return refuse(field, 'must be KIND=NUMBER or KIND=NAME, the number 1 or more', part);
      if (before?.values.length === 0)
        return refuse(field, `may give one number for ${kind}, and no names`, text);
      if (before?.values.includes(value) === true) return refuse(field, 'names a unit twice', part);
      const values = [...(before?.values ?? []), value].toSorted();
      resourceByKind.set(kind, { kind, count: values.length, values });
    }
  }
  return inOrder(resourceByKind.values());
}

/** `gpu=2`, as a service asks for it. */
export function parseGenericReservation(text: string, field: string): GenericResource {
  const [kind, value] = kindAndValue(text, field);
  if (!WHOLE_NUMBER.test(value))
    return refuse(
      field,
      'must be KIND=NUMBER, the number 1 or more; units cannot be asked for by name',
      text,
    );
  return { kind, count: countOf(value, text, field), values: [] };
}

/** Throws input.invalid for what a service cannot ask for; returns it by kind. */
export function checkGenericReservations(
  wanted: readonly GenericResource[],
  field: string,
): readonly GenericResource[] {
  const seen = new Set<string>();
  for (const { kind, count, values } of wanted) {
    const text = `${kind}=${values.length > 0 ? values.join(',') : count}`;
    if (!KIND.test(kind)) return refuse(field, KIND_RULE, text);
    if (values.length > 0) return refuse(field, 'units cannot be asked for by name', text);
    if (!Number.isSafeInteger(count) || count < 1)
      return refuse(field, 'must be a whole number, 1 or more', text);
    if (seen.has(kind)) return refuse(field, 'names a kind twice', kind);
    seen.add(kind);
  }
  return inOrder(wanted);
}

/** `kind=3`, or `kind=a,kind=b` where units have names. */
export function genericText(resources: readonly GenericResource[]): string {
  return resources
    .flatMap(({ kind, count, values }) =>
      values.length > 0 ? values.map((value) => `${kind}=${value}`) : [`${kind}=${count}`],
    )
    .join(',');
}

/**
 * What is left of what a node has when so much of it was given away; by kind. Of units given before they had
 * names nobody knows which they are: as many of them are taken.
 */
export function freeGeneric(
  capacity: readonly GenericResource[],
  given: readonly GenericResource[],
): readonly GenericResource[] {
  if (given.length === 0) return capacity;
  return capacity.map(({ kind, count, values }) => {
    const ofKind = given.filter((resource) => resource.kind === kind);
    if (values.length === 0)
      return {
        kind,
        count: Math.max(
          0,
          ofKind.reduce((left, one) => left - one.count, count),
        ),
        values,
      };
    const taken = new Set(ofKind.flatMap((resource) => resource.values));
    const unnamed = ofKind.reduce((sum, one) => sum + (one.values.length === 0 ? one.count : 0), 0);
    const others = values.filter((value) => !taken.has(value));
    const left = others.slice(0, Math.max(0, others.length - unnamed));
    return { kind, count: left.length, values: left };
  });
}

/** What a node has of both: a kind that was given is as it was given, whatever was found of it. */
export function mergedGeneric(
  found: readonly GenericResource[],
  given: readonly GenericResource[],
): readonly GenericResource[] {
  if (given.length === 0) return found;
  const others = found.filter(({ kind }) => given.every((resource) => resource.kind !== kind));
  return inOrder([...others, ...given]);
}

/** How many of the kind are there. */
export function countOfKind(resources: readonly GenericResource[], kind: string): number {
  return resources.find((resource) => resource.kind === kind)?.count ?? 0;
}

/** Whether what was given is still among what is free: so many of a kind or, where units have names, those. */
export function areThere(given: readonly GenericResource[], free: readonly GenericResource[]): boolean {
  return given.every(({ kind, count, values }) => {
    const names = free.find((resource) => resource.kind === kind)?.values ?? [];
    return values.length > 0
      ? values.every((value) => names.includes(value))
      : countOfKind(free, kind) >= count;
  });
}

/** What a task gets of what is free, which must suffice: units with names lowest name first. */
export function grantGeneric(
  wanted: readonly GenericResource[],
  free: readonly GenericResource[],
): readonly GenericResource[] {
  return wanted.map(({ kind, count }) => {
    const values = free.find((resource) => resource.kind === kind)?.values ?? [];
    return { kind, count, values: values.toSorted().slice(0, count) };
  });
}

function kindAndValue(text: string, field: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 0) return refuse(field, 'must have the form KIND=VALUE', text);
  const kind = text.slice(0, at);
  if (!KIND.test(kind)) return refuse(field, KIND_RULE, text);
  return [kind, text.slice(at + 1)];
}

function countOf(value: string, text: string, field: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1)
    return refuse(field, 'must be a whole number, 1 or more', text);
  return count;
}

function inOrder(resources: Iterable<GenericResource>): readonly GenericResource[] {
  return [...resources].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

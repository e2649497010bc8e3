/**
 * Placement constraints: `key==value` and `key!=value`, read and matched against a node.
 * Values are compared literally, not minding case; a label that is missing counts as empty.
 */
import { SwarmError } from '../base/errors.js';
import type { Node } from '../gen/objects.js';
import { contains, isSameAddress, parseAddress, parseSubnet } from './address.js';
import { refuse } from './refusal.js';

export interface Constraint {
  readonly key: string;
  readonly operator: '==' | '!=';
  readonly value: string;
}

const KEY = /^[a-z_][a-z0-9\-_.]+$/i;
const VALUE = /^[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i;
const NODE_LABEL = 'node.labels.';
const ENGINE_LABEL = 'engine.labels.';
const FIELD = 'constraint';

// The key's words for people; what a key means stands in valueOf.
const KNOWN_KEYS = [
  'node.id',
  'node.hostname',
  'node.ip',
  'node.role',
  'node.platform.os',
  'node.platform.arch',
] as const;
type KnownKey = (typeof KNOWN_KEYS)[number];

/** Reads one constraint; throws input.invalid with the rule that was broken. */
export function parseConstraint(text: string, field: string = FIELD): Constraint {
  const at = text.search(/==|!=/);
  if (at < 0) return refuse(field, 'must have the form key==value or key!=value', text);
  const operator = text.startsWith('==', at) ? '==' : '!=';
  const key = text.slice(0, at).trim();
  const value = text.slice(at + 2).trim();
  if (!KEY.test(key))
    return refuse(
      field,
      'key must begin with a letter or "_" and have two or more of letters, digits, "-", "_", "."',
      text,
    );
  if (!VALUE.test(value))
    return refuse(
      field,
      'value must be one or more of letters, digits, spaces and : - _ . * ( ) ? + [ ] \\ ^ $ | /',
      text,
    );
  return { key, operator, value };
}

export function parseConstraints(texts: readonly string[], field: string = FIELD): readonly Constraint[] {
  return texts.map((text) => parseConstraint(text, field));
}

/**
 * Whether a stored spec's constraints let a task stay on the node. What this build cannot read was
 * checked by a build that could: that is no reason to move a task.
 */
export function maySatisfy(texts: readonly string[], node: Node): boolean {
  try {
    return matchesConstraints(parseConstraints(texts), node);
  } catch (error) {
    if (error instanceof SwarmError) return true;
    throw error;
  }
}

/** Throws input.invalid when the constraint could never match any node. */
export function checkConstraint(constraint: Constraint, text: string, field: string = FIELD): void {
  const key = constraint.key.toLowerCase();
  if (labelOf(constraint.key) === undefined && !isKnownKey(key))
    refuse(
      field,
      `key must be one of ${KNOWN_KEYS.join(', ')}, ${NODE_LABEL}NAME, ${ENGINE_LABEL}NAME`,
      text,
    );
  if (key === 'node.ip' && parseAddress(constraint.value) === undefined && !parseSubnet(constraint.value))
    refuse(field, 'node.ip must be compared with an IP address or a subnet such as 192.0.2.0/24', text);
  if (key === 'node.role' && !/^(manager|worker)$/i.test(constraint.value))
    refuse(field, 'node.role must be compared with manager or worker', text);
}

/** Whether the node satisfies all of them. An unknown key is satisfied by no node. */
export function matchesConstraints(constraints: readonly Constraint[], node: Node): boolean {
  return constraints.every((constraint) => matches(constraint, node));
}

/** Why the node does not satisfy the constraint, with what it has instead; undefined when it does. */
export function explainConstraint(constraint: Constraint, node: Node): string | undefined {
  if (matches(constraint, node)) return undefined;
  const { key, operator, value } = constraint;
  return `constraint ${key}${operator}${value} not satisfied: ${actualText(constraint, node)}`;
}

function actualText({ key }: Constraint, node: Node): string {
  const label = labelOf(key);
  if (label !== undefined) {
    const actual = label.of(node)[label.name];
    if (actual === undefined) return 'the label is missing';
    return actual === '' ? 'the label is empty' : `label is ${actual}`;
  }
  const lower = key.toLowerCase();
  if (!isKnownKey(lower)) return 'no node has this key';
  const actual = valueOf(lower, node);
  return actual === '' ? 'it is not known' : `it is ${actual}`;
}

function matches(constraint: Constraint, node: Node): boolean {
  const key = constraint.key.toLowerCase();
  if (key === 'node.ip') return matchesAddress(constraint, node);
  const label = labelOf(constraint.key);
  if (label !== undefined) return compares(constraint, label.of(node)[label.name] ?? '');
  return isKnownKey(key) && compares(constraint, valueOf(key, node));
}

function compares({ operator, value }: Constraint, actual: string): boolean {
  return (actual.toLowerCase() === value.toLowerCase()) === (operator === '==');
}

function isKnownKey(key: string): key is KnownKey {
  return (KNOWN_KEYS as readonly string[]).includes(key);
}

function valueOf(key: KnownKey, node: Node): string {
  switch (key) {
    case 'node.id':
      return node.id;
    case 'node.hostname':
      return node.description?.hostname ?? '';
    case 'node.ip':
      return node.status?.address ?? '';
    case 'node.role':
      return node.identity?.role ?? '';
    case 'node.platform.os':
      return node.description?.platform?.os ?? '';
    case 'node.platform.arch':
      return node.description?.platform?.architecture ?? '';
  }
}

/** A label of nodes, as `node.labels.NAME` or `engine.labels.NAME` names it. */
export interface Label {
  readonly name: string;
  readonly of: (node: Node) => Readonly<Record<string, string>>;
}

// The prefix may be written in any case; the label's own name may not.
export function labelOf(key: string): Label | undefined {
  const lower = key.toLowerCase();
  if (lower.startsWith(NODE_LABEL) && key.length > NODE_LABEL.length)
    return { name: key.slice(NODE_LABEL.length), of: (node) => node.spec?.labels ?? {} };
  if (lower.startsWith(ENGINE_LABEL) && key.length > ENGINE_LABEL.length)
    return { name: key.slice(ENGINE_LABEL.length), of: (node) => node.description?.engineLabels ?? {} };
  return undefined;
}

function matchesAddress({ operator, value }: Constraint, node: Node): boolean {
  const actual = parseAddress(node.status?.address ?? '');
  const address = parseAddress(value);
  const subnet = parseSubnet(value);
  if (address === undefined && subnet === undefined) return false;
  const isThere =
    actual !== undefined &&
    (address !== undefined
      ? isSameAddress(address, actual)
      : subnet !== undefined && contains(subnet, actual));
  return isThere === (operator === '==');
}

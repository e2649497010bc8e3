/**
 * The packet filter rules of this program, in one table of their own: as text for `nft -f`, whole or as the
 * difference to what stands, and compared with what the kernel lists. Pure. Each rule carries a digest of its text
 * as its comment, so a listing tells whose rules they are without being understood.
 */

export interface Ruleset {
  readonly chains: ReadonlyMap<string, Chain>;
  readonly maps: ReadonlyMap<string, ElementMap>;
}

export interface Chain {
  /** Where packets come to it by themselves; empty: only from other chains. */
  readonly hook: string;
  readonly rules: readonly string[];
}

export interface ElementMap {
  /** As nft writes it, as in "ipv4_addr : verdict"; without a colon it is a set. */
  readonly type: string;
  /** Key → value, as nft writes them but without quotation marks; a set's values are empty. */
  readonly elements: ReadonlyMap<string, string>;
}

export const EMPTY_RULESET: Ruleset = { chains: new Map(), maps: new Map() };
const TABLE = 'inet swarmd';

export function isEmpty({ chains }: Ruleset): boolean {
  return chains.size === 0;
}

/** Puts the whole table in place of whatever stands, in one transaction. */
export function fullText(ruleset: Ruleset): string {
  const clear = [`add table ${TABLE}`, `delete table ${TABLE}`];
  if (isEmpty(ruleset)) return lines(clear);
  return lines([...clear, `add table ${TABLE}`, ...addAll(ruleset)]);
}

/** From the one to the other in one transaction; empty when they are alike. Maps must be the same ones. */
export function differenceText(from: Ruleset, to: Ruleset): string {
  const gone = [...from.chains.keys()].filter((name) => !to.chains.has(name));
  const changed = [...to.chains].filter(([name, chain]) => !sameRules(from.chains.get(name), chain));
  return lines([
    ...changed.filter(([name]) => !from.chains.has(name)).map(declareChain),
    ...changed.flatMap(([name, chain]) => [
      ...(from.chains.has(name) ? [`flush chain ${TABLE} ${name}`] : []),
      ...addRules(name, chain),
    ]),
    ...[...to.maps].flatMap(([name, map]) => changeElements(name, from.maps.get(name), map)),
    ...gone.flatMap((name) => [`flush chain ${TABLE} ${name}`, `delete chain ${TABLE} ${name}`]),
  ]);
}

/** Whether one can become the other by a difference: the same hooks and the same maps. */
export function isComparable(from: Ruleset, to: Ruleset): boolean {
  const shape = ({ chains, maps }: Ruleset): string =>
    JSON.stringify([
      [...chains].filter(([, { hook }]) => hook !== '').map(([name, { hook }]) => [name, hook]),
      [...maps].map(([name, { type }]) => [name, type]),
    ]);
  return shape(from) === shape(to);
}

/** What the listing of `nft -j list table` must contain, one line each; to be compared with readListing. */
export function expectedListing({ chains, maps }: Ruleset): ReadonlySet<string> {
  return new Set([
    ...[...chains].flatMap(([name, { rules }]) => [
      `chain ${name}`,
      ...rules.map((rule, at) => `rule ${name} ${at} ${digest(rule)}`),
    ]),
    ...[...maps].flatMap(([name, { elements }]) => [
      `map ${name}`,
      ...[...elements].map(([key, value]) => `element ${name} ${key} ${value}`),
    ]),
  ]);
}

/** What it does contain; undefined when it is not a listing of a table. */
export function readListing(json: unknown): ReadonlySet<string> | undefined {
  const items = isRecord(json) ? json['nftables'] : undefined;
  if (!Array.isArray(items)) return undefined;
  const found: string[] = [];
  const countByChain = new Map<string, number>();
  for (const item of items) {
    if (!isRecord(item)) continue;
    const [kind = '', body] = Object.entries(item)[0] ?? [];
    if (!isRecord(body)) continue;
    if (kind === 'chain') found.push(`chain ${String(body['name'])}`);
    if (kind === 'rule') {
      const chain = String(body['chain']);
      const at = countByChain.get(chain) ?? 0;
      countByChain.set(chain, at + 1);
      found.push(`rule ${chain} ${at} ${typeof body['comment'] === 'string' ? body['comment'] : ''}`);
    }
    if (kind === 'map' || kind === 'set') {
      const name = String(body['name']);
      found.push(`map ${name}`);
      const elements = Array.isArray(body['elem']) ? body['elem'] : [];
      for (const element of elements) found.push(`element ${name} ${elementText(element)}`);
    }
  }
  return new Set(found);
}

export function isSameListing(
  expected: ReadonlySet<string>,
  found: ReadonlySet<string> | undefined,
): boolean {
  return (
    found !== undefined && found.size === expected.size && [...expected].every((line) => found.has(line))
  );
}

function addAll({ chains, maps }: Ruleset): readonly string[] {
  return [
    ...[...chains].map(declareChain),
    ...[...maps].map(
      ([name, { type }]) => `add ${isMap(type) ? 'map' : 'set'} ${TABLE} ${name} { type ${type}; }`,
    ),
    ...[...chains].flatMap(([name, chain]) => addRules(name, chain)),
    ...[...maps].flatMap(([name, map]) => changeElements(name, undefined, map)),
  ];
}

function declareChain([name, { hook }]: readonly [string, Chain]): string {
  return `add chain ${TABLE} ${name}${hook === '' ? '' : ` { type ${hook}; policy accept; }`}`;
}

function addRules(name: string, { rules }: Chain): readonly string[] {
  return rules.map((rule) => `add rule ${TABLE} ${name} ${rule} comment "${digest(rule)}"`);
}

function changeElements(name: string, from: ElementMap | undefined, to: ElementMap): readonly string[] {
  const before = from?.elements ?? new Map<string, string>();
  const gone = [...before].filter(([key, value]) => to.elements.get(key) !== value).map(([key]) => key);
  const added = [...to.elements]
    .filter(([key, value]) => before.get(key) !== value)
    .map(([key, value]) => (value === '' ? key : `${key} : ${value}`));
  return [
    ...(gone.length === 0 ? [] : [`delete element ${TABLE} ${name} { ${gone.join(', ')} }`]),
    ...(added.length === 0 ? [] : [`add element ${TABLE} ${name} { ${added.join(', ')} }`]),
  ];
}

function isMap(type: string): boolean {
  return type.includes(':');
}

function sameRules(one: Chain | undefined, other: Chain): boolean {
  return (
    one !== undefined &&
    one.rules.length === other.rules.length &&
    one.rules.every((rule, at) => rule === other.rules[at])
  );
}

/** One element as expectedListing writes it: the key, and the value or nothing. */
function elementText(element: unknown): string {
  if (Array.isArray(element)) return `${keyText(element[0])} ${valueText(element[1])}`;
  return `${keyText(element)} `;
}

function keyText(key: unknown): string {
  if (!isRecord(key)) return String(key);
  const parts = key['concat'];
  return Array.isArray(parts) ? parts.map(String).join(' . ') : JSON.stringify(key);
}

function valueText(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'number' ? `0x${value.toString(16)}` : String(value);
  const target = value['goto'];
  return isRecord(target) ? `goto ${String(target['target'])}` : JSON.stringify(value);
}

/** FNV-1a, 32 bits: enough to tell rules apart that nobody forges. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

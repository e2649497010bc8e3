/**
 * Reads Prometheus' text format as strictly as Prometheus does: a series twice, a type after its samples, a
 * name or a number that is none, and the text is refused.
 */
import assert from 'node:assert/strict';

export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export class Exposition {
  readonly series: readonly Series[];
  readonly typeByName: ReadonlyMap<string, string>;

  constructor(series: readonly Series[], typeByName: ReadonlyMap<string, string>) {
    this.series = series;
    this.typeByName = typeByName;
  }

  /** The value of the one series with these labels, whatever else it is labelled with; undefined without one. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    const found = this.series.filter(
      (each) =>
        each.name === name && Object.entries(labels).every(([key, value]) => each.labels[key] === value),
    );
    assert.ok(found.length < 2, `${name} ${JSON.stringify(labels)} is not one series: ${found.length}`);
    return found[0]?.value;
  }
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;

export function parseExposition(text: string): Exposition {
  assert.ok(text.endsWith('\n'), 'the text ends with a line end');
  const typeByName = new Map<string, string>();
  const helped = new Set<string>();
  const seen = new Set<string>();
  const series: Series[] = [];
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [mark, keyword = '', name = '', ...rest] = line.split(' ');
    if (mark === '#' && keyword === 'HELP') {
      assert.ok(!helped.has(name), `${name} is explained twice`);
      assert.ok(rest.length > 0, `${name} is not explained`);
      helped.add(name);
    } else if (mark === '#' && keyword === 'TYPE') {
      assert.ok(!typeByName.has(name), `${name} has two types`);
      assert.ok(['counter', 'gauge', 'histogram'].includes(rest.join(' ')), `${name} is a ${rest.join(' ')}`);
      typeByName.set(name, rest.join(' '));
    } else {
      const sample = parseSample(line);
      const family = sample.name.replace(/_(bucket|sum|count)$/, '');
      assert.ok(typeByName.has(sample.name) || typeByName.has(family), `${sample.name} has no type`);
      const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).toSorted(([a], [b]) => a.localeCompare(b)))}`;
      assert.ok(!seen.has(key), `${key} is there twice`);
      seen.add(key);
      series.push(sample);
    }
  }
  return new Exposition(series, typeByName);
}

function parseSample(line: string): Series {
  const [, name = '', labelText = '', number = ''] = SAMPLE.exec(line) ?? [];
  assert.notEqual(name, '', `no sample: ${line}`);
  const value = number === '+Inf' ? Infinity : Number(number);
  assert.ok(!Number.isNaN(value), `no number: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < labelText.length) {
    const match = LABEL.exec(labelText);
    assert.ok(match !== null, `no labels: ${line}`);
    const [, key = '', text = ''] = match;
    assert.ok(!(key in labels), `a label twice: ${line}`);
    labels[key] = text.replaceAll(/\\(.)/g, (_all, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  }
  return { name, labels, value };
}

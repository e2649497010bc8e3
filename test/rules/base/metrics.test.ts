/**
 * The table of metrics: what docs/operations.md says of it, how names are made, and that each is measured.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { METRICS } from '../../../proto/base/metrics.js';

describe('the table of metrics', () => {
  const metrics = Object.entries(METRICS);

  it('is the one in docs/operations.md', () => {
    const rows = readFileSync('docs/operations.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `swarmd_'));
    const expected = metrics.map(
      ([name, { labels, help }]) =>
        `| \`${name}\` | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
    );
    assert.deepEqual(rows, expected);
  });

  it('names units, and says of counters that they are totals', () => {
    for (const [name, { kind, help }] of metrics) {
      assert.match(name, /^swarmd(_[a-z]+)+$/);
      assert.equal(name.endsWith('_total'), kind === 'counter' || kind === 'sampled-counter', name);
      if (kind === 'histogram') assert.match(name, /_seconds$/);
      assert.match(help, /^[A-Z1].*\.$/, `${name} is explained in sentences`);
    }
  });

  it('has no metric that nobody measures', () => {
    const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter((path) => /^(agent|control-plane|cli|proto\/base)\/.*\.ts$/.test(path))
      .filter((path) => path !== 'proto/base/metrics.ts')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const unmeasured = metrics.map(([name]) => name).filter((name) => !sources.includes(`'${name}'`));
    assert.deepEqual(unmeasured, []);
  });
});

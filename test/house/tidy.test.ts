/**
 * Habits kept by a test: headers, sizes, names, and no left-overs.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const MOST_LINES = 400;

describe('the sources', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path.endsWith('.ts') && !path.startsWith('proto/gen/') && !path.endsWith('.d.ts'));
  const textByPath = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

  const offending = (isWrong: (text: string, path: string) => boolean): readonly string[] =>
    [...textByPath].filter(([path, text]) => isWrong(text, path)).map(([path]) => path);

  it('were found', () => {
    assert.ok(files.length > 80, `only ${files.length} files`);
  });

  it('open with a header that says what the file is for', () => {
    assert.deepEqual(
      offending((text) => !/^(#!.*\n)?\/\*\*\n/.test(text)),
      [],
    );
  });

  it(`have at most ${MOST_LINES} lines`, () => {
    assert.deepEqual(
      offending((text) => text.split('\n').length > MOST_LINES + 1),
      [],
    );
  });

  it('are named in kebab-case and for what they hold', () => {
    const drawer = /^(utils?|helpers?|common|misc|index)\b/;
    assert.deepEqual(
      offending(
        (_text, path) =>
          !/^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(basename(path)) || drawer.test(basename(path)),
      ),
      [],
    );
  });

  it('hold no left-over notes, no switched-off checks and no lonely tests', () => {
    const leftOver =
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-expect-error(?!: )|\b(it|describe)\.(only|skip)\(/;
    const isLeftOver = (text: string, path: string): boolean =>
      path !== 'test/house/tidy.test.ts' && leftOver.test(text);
    assert.deepEqual(offending(isLeftOver), []);
  });

  it('read the clock and throw dice in one place each', () => {
    const owners = new Set(['proto/base/clock.ts', 'proto/base/random.ts', 'proto/base/rpc-channel.ts']);
    const outside = (path: string): boolean =>
      !path.startsWith('test/') && !path.startsWith('control-plane/raft/') && !owners.has(path);
    assert.deepEqual(
      offending((text, path) => outside(path) && /\bDate\.now\(|\bMath\.random\(|\bsetInterval\(/.test(text)),
      [],
    );
  });
});

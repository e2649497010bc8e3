/**
 * The lock file is whole: `npm ci` refuses one that names a build for another platform and has no entry for it.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
  it('has an entry for every optional package that another one names', async () => {
    const lock: { packages: Record<string, LockEntry> } = JSON.parse(
      await readFile('package-lock.json', 'utf8'),
    );
    const paths = Object.keys(lock.packages);
    assert.ok(paths.length > 100, 'the lock names the packages of this project');
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !paths.includes(`node_modules/${name}`) && !paths.includes(`${path}/node_modules/${name}`),
      ),
    );
    assert.deepEqual(missing, [], 'complete it with: node test/house/complete-lock.mjs');
  });

  it('names no registry: each user has their own', async () => {
    assert.doesNotMatch(await readFile('package-lock.json', 'utf8'), /"resolved": "https?:/);
  });
});

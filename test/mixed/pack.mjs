/**
 * Packs the compiled swarmd into the file that the test of mixed versions keeps: `npm run pack:previous` after a
 * release makes that release the previous build of the next one. Modules only; Node.js runs them as they are.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const FILE = 'test/mixed/previous-build.tgz';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'previous-build-'));
try {
  await build({
    entryPoints: ['dist/cli/swarmd/main.js', 'dist/cli/swarmd/manager-process.js'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    // Packages of others are those of the project that unpacks it.
    external: Object.keys(dependencies).filter((name) => name !== 'raft-ts'),
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  // Nothing of who packed it, and when: the same modules make the same file.
  const sameAlways = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const { status, stderr } = spawnSync('tar', [...sameAlways, '-czf', FILE, '-C', folder, '.']);
  if (status !== 0) throw new Error(`tar failed: ${stderr}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

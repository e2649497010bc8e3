/**
 * Makes of the compiled swarmctl one file that starts fast, and beside it what the engine compiles of it for
 * help and for a call. bin/swarmctl starts from there; tests run the compiled
 * modules as they are. Loading some hundred small modules takes longer than what most commands do.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';

const FOLDER = 'dist/bundle';
const PATH = resolve(FOLDER, 'swarmctl.cjs');

/** Calls that run most of what such calls run, without a manager. */
const CALLS = { help: ['--help'], call: ['--host', `unix://${FOLDER}/nobody.sock`, 'service', 'ls'] };

async function bundle() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await build({
    entryPoints: ['dist/cli/swarmctl/main.js'],
    outfile: `${PATH}.new`,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    // The file is read as Latin-1, which is faster.
    charset: 'ascii',
    legalComments: 'eof',
    banner: { js: '(function(exports,require,module){' },
    footer: { js: '})' },
    logLevel: 'warning',
  });
  for (const [kind, args] of Object.entries(CALLS)) {
    const { status, stderr } = spawnSync(process.execPath, [import.meta.filename, kind, ...args]);
    if (status === null || status > 6) throw new Error(`swarmctl ${args.join(' ')} failed: ${stderr}`);
  }
  renameSync(`${PATH}.new`, PATH);
}

/** Runs the bundle, and keeps at its end what was compiled. */
function run(kind, args) {
  const script = new Script(readFileSync(`${PATH}.new`, 'latin1'), { filename: PATH });
  process.on('exit', () => writeFileSync(`${PATH}.${kind}`, script.createCachedData()));
  process.argv = [...process.argv.slice(0, 2), ...args];
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PATH), module);
}

const [kind, ...args] = process.argv.slice(2);
if (kind === undefined) await bundle();
else run(kind, args);

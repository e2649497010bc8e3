/**
 * Starts swarmctl from its bundle: one file with everything, and what the engine has compiled of it before,
 * which saves most of the time that a short call takes. Both are made by cli/bundle.mjs. Where there is no
 * bundle, or one that is older than the modules, these are started; compiled code of another Node.js is not used.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { fileURLToPath } from 'node:url';

const PATH = fileURLToPath(new URL('../../bundle/swarmctl.cjs', import.meta.url));
/** Written by the compiler whenever a module has changed. */
const MODULES_STAMP = fileURLToPath(new URL('../../tsconfig.tsbuildinfo', import.meta.url));

/** Help needs little of the program: what is compiled for it is kept apart. */
const ABOUT_HELP = new Set(['--help', '-h', '--version']);

type Bundle = (
  exports: object,
  require: ReturnType<typeof createRequire>,
  module: { exports: object },
) => void;

function start(): boolean {
  const source = readIfThere(PATH)?.toString('latin1');
  if (source === undefined || changedAtMs(MODULES_STAMP) > changedAtMs(PATH)) return false;
  const [, , ...args] = process.argv;
  const kind = args.length === 0 || args.some((arg) => ABOUT_HELP.has(arg)) ? 'help' : 'call';
  const cachedData = readIfThere(`${PATH}.${kind}`);
  const script = new Script(source, { filename: PATH, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  (script.runInThisContext() as Bundle)(module.exports, createRequire(PATH), module);
  return true;
}

function changedAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

if (!start()) await import('./main.js');

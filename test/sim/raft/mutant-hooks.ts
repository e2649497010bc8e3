/**
 * Puts one mutant in place of a module's own text as it is loaded, so that no file changes. Runs in the loader's
 * thread; mutant-hunt.ts registers it and says which mutant.
 */
import type { InitializeHook, LoadHook } from 'node:module';
import { patternOf } from '../../mutants/mutants.js';
import { SIM_MUTANTS } from './sim-mutants.js';

let planted = SIM_MUTANTS.find(() => false);

export const initialize: InitializeHook<string> = (bug) => {
  planted = SIM_MUTANTS.find((mutant) => mutant.bug === bug);
  if (planted === undefined) throw new Error(`there is no mutant "${bug}"`);
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const mutant = planted;
  if (mutant === undefined || !url.endsWith(`/control-plane/raft/dist/${mutant.file}`)) return loaded;
  const text = Buffer.from(loaded.source as Uint8Array).toString('utf8');
  const pattern = patternOf(mutant.original);
  const count = [...text.matchAll(pattern)].length;
  if (count !== 1) throw new Error(`"${mutant.bug}": ${mutant.file} has its text ${count} times, not once`);
  // By a function: a "$" in the text would have a meaning.
  return { ...loaded, source: text.replace(pattern, () => mutant.planted) };
};

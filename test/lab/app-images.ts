/**
 * Images of the lab that need a whole Node.js: the app that requests are sent to while its service is updated, in
 * two versions. They are large, so only labs that ask for them load them.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ImageRecipe } from './images.js';

const PROGRAMS = ['server', 'ask'] as const;
const NODE_PATH = process.execPath;

const pathOf = (program: (typeof PROGRAMS)[number]): string => `app/${program}.mjs`;

/** The same program on this machine. */
export const ASK_PROGRAM = fileURLToPath(new URL('./app/ask.js', import.meta.url));
/** Of somebody outside of the cluster. */
export const OUTSIDE_PROGRAM = fileURLToPath(new URL('./app/outside.js', import.meta.url));

/** What a container of these images is asked to run, to look at the cluster from where it is. */
export function askCommand(...args: readonly string[]): readonly string[] {
  return [NODE_PATH, `/${pathOf('ask')}`, ...args];
}

/** Of two versions of one app; both share everything but their name. */
export async function appRecipes(): Promise<readonly ImageRecipe[]> {
  const sources = await Promise.all(
    PROGRAMS.map(async (program) => {
      const url = new URL(`./app/${program}.js`, import.meta.url);
      return [pathOf(program), await readFile(url, 'utf8')] as const;
    }),
  );
  return ['1', '2'].map((version) => ({
    tag: `lab/app:${version}`,
    command: [NODE_PATH, `/${pathOf('server')}`],
    env: [`APP_VERSION=${version}`],
    programs: [NODE_PATH],
    files: Object.fromEntries(sources),
  }));
}

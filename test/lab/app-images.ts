/**
 * Images of the lab that need a whole Node.js: the app that requests are sent to while its service is updated, in
 * two versions. They are large, so only labs that ask for them load them.
 */
import { readFile } from 'node:fs/promises';
import type { ImageRecipe } from './images.js';

const SERVER = new URL('./app/server.js', import.meta.url);
const SERVER_PATH = 'app/server.mjs';
const NODE_PATH = process.execPath;

/** Of two versions of one app; both share everything but their name. */
export async function appRecipes(): Promise<readonly ImageRecipe[]> {
  const source = await readFile(SERVER, 'utf8');
  return ['1', '2'].map((version) => ({
    tag: `lab/app:${version}`,
    command: [NODE_PATH, `/${SERVER_PATH}`],
    env: [`APP_VERSION=${version}`],
    programs: [NODE_PATH],
    files: { [SERVER_PATH]: source },
  }));
}

/**
 * A copy of the compiled project to plant mutants in, so that nobody else's files change: tests and Raft package as
 * files, everything installed by reference. Removed when it is disposed of.
 */
import { cp, mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, patternOf } from './mutants.js';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const RAFT = join('control-plane', 'raft');
const COPIED: readonly string[] = [
  'package.json',
  '.mocharc.json',
  'dist',
  join('test', 'conformance'),
  join(RAFT, 'package.json'),
  join(RAFT, 'dist'),
];

export class Workbench implements AsyncDisposable {
  /** One deeper than what is made for it: the project's own tests must do, so nothing may stand beside it. */
  readonly folder: string;
  readonly #made: string;

  private constructor(made: string) {
    this.#made = made;
    this.folder = join(made, 'project');
  }

  static async make(): Promise<Workbench> {
    const bench = new Workbench(await mkdtemp(join(tmpdir(), 'raft-mutants-')));
    await bench.#fill();
    return bench;
  }

  async #fill(): Promise<void> {
    for (const path of COPIED) await cp(join(PROJECT, path), join(this.folder, path), { recursive: true });
    const modules = join(this.folder, 'node_modules');
    await mkdir(modules);
    for (const name of await readdir(join(PROJECT, 'node_modules')))
      if (name !== 'raft-ts') await symlink(join(PROJECT, 'node_modules', name), join(modules, name));
    await symlink(join(this.folder, RAFT), join(modules, 'raft-ts'));
  }

  /** Puts the mutant in, and gives back what takes it out again. Throws unless its text is there exactly once. */
  async plant({ bug, file, original, planted }: Mutant): Promise<() => Promise<void>> {
    const path = join(this.folder, RAFT, 'dist', file);
    const healthy = await readFile(path, 'utf8');
    const count = [...healthy.matchAll(patternOf(original))].length;
    if (count !== 1) throw new Error(`"${bug}": ${file} has its text ${count} times, not once: ${original}`);
    // By a function: a "$" in the text would have a meaning.
    await writeFile(
      path,
      healthy.replace(patternOf(original), () => planted),
    );
    return () => writeFile(path, healthy);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#made, { recursive: true, force: true });
  }
}

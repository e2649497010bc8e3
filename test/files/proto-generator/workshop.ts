/**
 * Runs the generator as a developer would, on .proto files of a test, and compiles what it wrote under
 * the project's own settings. The folders are made below dist/, where packages resolve, and removed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's folder; tests run from dist/test/files/proto-generator. */
const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const generator = path.join(projectFolder, 'proto/generator/generate.mjs');
const compiler = path.join(projectFolder, 'node_modules/typescript/bin/tsc');

/** The .proto files that lie beside this file's source. */
export const sampleRoot = path.join(projectFolder, 'test/files/proto-generator');

export interface GeneratorRun {
  readonly exitCode: number | null;
  readonly output: string;
}

/** An empty folder, for output that is compiled or thrown away. */
export function makeFolder(): string {
  const parent = path.join(projectFolder, 'dist/test/files/proto-generator');
  return fs.mkdtempSync(path.join(parent, 'generated-'));
}

export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Generates from the .proto files in `<root>/sample/v1` into `out`. */
export function runGenerator(root: string, out: string, flags: readonly string[] = []): GeneratorRun {
  const folders = ['--root', root, '--in', path.join(root, 'sample/v1'), '--out', out];
  const run = spawnSync(process.execPath, [generator, ...folders, ...flags], {
    encoding: 'utf8',
  });
  return { exitCode: run.status, output: run.stdout + run.stderr };
}

/** Compares the committed output with what the project's .proto files give now. */
export function checkCommitted(): GeneratorRun {
  const run = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' });
  return { exitCode: run.status, output: run.stdout + run.stderr };
}

/** Compiles every .ts file in the folder where it stands; throws with the compiler's complaints. */
export function compile(folder: string): void {
  const settings = {
    extends: path.join(projectFolder, 'tsconfig.base.json'),
    compilerOptions: { composite: false, declaration: false, sourceMap: false, skipLibCheck: false },
    include: ['*.ts'],
  };
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  try {
    execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    const complaints = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`the generated code does not compile:\n${complaints}`, { cause: error });
  }
}

/** What to import for a compiled module of the folder. */
export function moduleUrl(folder: string, name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}

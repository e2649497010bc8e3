/**
 * The lab's images, made from local files alone, for there is no registry: a busybox base, a web app in two
 * versions, a program that crashes and one that sleeps. They are written as one archive, as `docker save` would,
 * without an engine: the same files give the same image ids on every host and in every run.
 */
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type Docker from 'dockerode';
import { mustRun, runCommand } from './command.js';

export interface ImageRecipe {
  readonly tag: string;
  readonly command: readonly string[];
  readonly env?: readonly string[];
  /** Programs of this machine, absolute paths, that are in the image at the same place with their libraries. */
  readonly programs?: readonly string[];
  /** Path in the image → contents; a file that starts with #! is executable. */
  readonly files: Readonly<Record<string, string>>;
}

// A shell that waits can be interrupted; a program that runs as process 1 without a handler would ignore SIGTERM.
const untilTerminated = (start: string): string => `#!/bin/sh
stop() { kill "$child" 2>/dev/null; exit 0; }
trap stop TERM INT
${start} &
child=$!
wait "$child"
`;

const web = (version: string): ImageRecipe => ({
  tag: `lab/web:${version}`,
  command: ['/bin/serve'],
  files: {
    'bin/serve': untilTerminated(
      `echo "web ${version} $(hostname)" >/www/index.html\nhttpd -f -p 80 -h /www`,
    ),
    'www/version': `${version}\n`,
  },
});

/** What every lab has. */
const PLAIN_RECIPES: readonly ImageRecipe[] = [
  { tag: 'lab/busybox:1', command: ['/bin/sh'], files: {} },
  web('1'),
  web('2'),
  {
    tag: 'lab/crash:1',
    command: ['/bin/crash'],
    files: { 'bin/crash': '#!/bin/sh\necho "crashing" >&2\nexit 1\n' },
  },
  { tag: 'lab/sleep:1', command: ['/bin/rest'], files: { 'bin/rest': untilTerminated('sleep 1000000') } },
];

interface Layer {
  readonly id: string;
  readonly path: string;
}

export class ImageArchive {
  readonly #folder: string;
  readonly #name: string;
  readonly #recipes: () => Promise<readonly ImageRecipe[]>;
  #path: Promise<string> | undefined;

  /** The archive of that name in the folder; its images are those every lab has, unless recipes are given. */
  constructor(options: {
    readonly folder: string;
    readonly name?: string;
    readonly recipes?: () => Promise<readonly ImageRecipe[]>;
  }) {
    const { folder, name = 'images', recipes = () => Promise.resolve(PLAIN_RECIPES) } = options;
    this.#folder = folder;
    this.#name = name;
    this.#recipes = recipes;
  }

  /** The archive's path; it is made at the first call. */
  path(): Promise<string> {
    this.#path ??= this.#make();
    return this.#path;
  }

  async loadInto(docker: Docker): Promise<void> {
    const answer = await docker.loadImage(await this.path());
    const said = await textOf(answer);
    for (const { tag } of await this.#recipes())
      if (!said.includes(`Loaded image: ${tag}`)) throw new Error(`the engine did not load ${tag}: ${said}`);
  }

  async #make(): Promise<string> {
    const folder = await mkdtemp(join(this.#folder, `${this.#name}-`));
    const base = await writeLayer(folder, 'base', (root) => fillBase(root));
    const entries = [];
    const programLayers = new Map<string, Layer>();
    for (const recipe of await this.#recipes()) {
      const hasFiles = Object.keys(recipe.files).length > 0;
      const layers = [base];
      for (const program of recipe.programs ?? []) {
        const name = program.replaceAll(/\W/g, '-');
        const layer =
          programLayers.get(program) ??
          (await writeLayer(folder, name, (root) => copyProgram(program, root)));
        programLayers.set(program, layer);
        layers.push(layer);
      }
      if (hasFiles)
        layers.push(
          await writeLayer(folder, recipe.tag.replaceAll(/\W/g, '-'), (root) =>
            fillFiles(root, recipe.files),
          ),
        );
      entries.push(await writeImage(folder, recipe, layers));
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(entries));
    const path = join(this.#folder, `${this.#name}.tar`);
    await packFolder(folder, path);
    await rm(folder, { recursive: true });
    return path;
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk.toString();
  return text;
}

/** Same files, same bytes: no times, owners or order of the machine it is made on. */
async function packFolder(folder: string, archivePath: string): Promise<void> {
  const plain = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'];
  await mustRun('tar', [...plain, '-C', folder, '-cf', archivePath, '.']);
}

async function writeLayer(
  folder: string,
  name: string,
  fill: (root: string) => Promise<void>,
): Promise<Layer> {
  const root = join(folder, `${name}.root`);
  await mkdir(root);
  await fill(root);
  const path = `${name}.tar`;
  await packFolder(root, join(folder, path));
  await rm(root, { recursive: true });
  const digest = createHash('sha256')
    .update(await readFile(join(folder, path)))
    .digest('hex');
  return { id: `sha256:${digest}`, path };
}

async function writeImage(folder: string, recipe: ImageRecipe, layers: readonly Layer[]): Promise<object> {
  const config = JSON.stringify({
    architecture: { x64: 'amd64' }[process.arch as string] ?? process.arch,
    os: 'linux',
    created: '1970-01-01T00:00:00Z',
    config: { Cmd: recipe.command, Env: ['PATH=/bin', ...(recipe.env ?? [])], WorkingDir: '/' },
    history: layers.map(() => ({ created: '1970-01-01T00:00:00Z' })),
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.id) },
  });
  const name = `${createHash('sha256').update(config).digest('hex')}.json`;
  await writeFile(join(folder, name), config);
  return { Config: name, RepoTags: [recipe.tag], Layers: layers.map((layer) => layer.path) };
}

async function fillBase(root: string): Promise<void> {
  for (const folder of ['bin', 'etc', 'tmp', 'www', 'root']) await mkdir(join(root, folder));
  const busybox = (await mustRun('sh', ['-c', 'command -v busybox'])).trim();
  await copyFile(busybox, join(root, 'bin/busybox'));
  await chmod(join(root, 'bin/busybox'), 0o755);
  await copyLibraries(busybox, root);
  for (const applet of (await mustRun(busybox, ['--list'])).split('\n'))
    if (applet !== '' && applet !== 'busybox') await symlink('busybox', join(root, 'bin', basename(applet)));
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  await writeFile(join(root, 'etc/group'), 'root:x:0:\n');
}

async function copyProgram(program: string, root: string): Promise<void> {
  const place = join(root, program);
  await mkdir(dirname(place), { recursive: true });
  await copyFile(program, place);
  await chmod(place, 0o755);
  await copyLibraries(program, root);
}

/** A static busybox needs none; another build of it brings the libraries it names. */
async function copyLibraries(program: string, root: string): Promise<void> {
  const { stdout } = await runCommand('ldd', [program]);
  for (const [, path = ''] of stdout.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await copyFile(path, join(root, path));
  }
}

async function fillFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), contents);
    await chmod(join(root, path), contents.startsWith('#!') ? 0o755 : 0o644);
  }
}

/**
 * Adds to package-lock.json the builds for other platforms that a package names and the lock lacks.
 * npm leaves them out when the registry at hand does not serve them, and `npm ci` then refuses the whole lock, on every
 * platform. Such an entry carries no checksum: npm adds it where the build is installed. Run it after npm has
 * rewritten the lock; test/house/lock.test.ts says when it is needed.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ppc64', 'riscv64', 's390x', 'ia32', 'arm'];

function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const system = SYSTEMS.find((known) => words.includes(known));
  const processor = PROCESSORS.find((known) => words.includes(known));
  if (!system || !processor)
    throw new Error(`${name}: cannot tell its platform from its name; add it by hand`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  const isSplit = system === 'linux' && words.some((word) => /^(musl|gnu)/.test(word));
  return { os: [system], cpu: [processor], ...(isSplit ? { libc: [libc] } : {}) };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const entry of Object.values(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] !== undefined) continue;
    const { dev, engines } = entry;
    const platform = platformOf(name);
    lock.packages[path] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...platform,
      ...(engines ? { engines } : {}),
    };
    console.log(`added ${name} ${version}`);
  }
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(sorted);
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);

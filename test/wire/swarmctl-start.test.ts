/**
 * How bin/swarmctl starts: from its bundle where there is one that is up to date, else from the modules.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ListServicesReplyCodec } from '../../proto/gen/control.js';
import { ControlDouble } from '../kit/control-double.js';
import { WEB } from '../kit/swarmctl-process.js';

const START = fileURLToPath(new URL('../../../bin/swarmctl', import.meta.url));
const run = promisify(execFile);

describe('bin/swarmctl', () => {
  it('does what the program does', async () => {
    const manager = new ControlDouble();
    try {
      await manager.start({
        listServices: () => Promise.resolve(ListServicesReplyCodec.create({ services: [{ service: WEB }] })),
      });
      const args = ['--host', manager.host, 'service', 'ls', '-q'];
      assert.deepEqual(await run(join('bin', 'swarmctl'), args), { stdout: 'abcdefghijkl\n', stderr: '' });
    } finally {
      await manager.close();
    }
  });

  it('starts the bundle unless there is none, or one older than the modules', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'swarmctl-start-'));
    const start = join(folder, 'bin/swarmctl');
    const bundle = join(folder, 'dist/bundle/swarmctl.cjs');
    const started = async (): Promise<string> => (await run(process.execPath, [start, 'x'])).stdout;
    try {
      await mkdir(join(folder, 'dist/cli/swarmctl'), { recursive: true });
      await mkdir(join(folder, 'dist/bundle'));
      await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
      await mkdir(join(folder, 'bin'));
      await writeFile(join(folder, 'bin/package.json'), '{ "type": "commonjs" }');
      await cp(START, start);
      await writeFile(join(folder, 'dist/cli/swarmctl/main.js'), 'console.log("modules")');
      assert.equal(await started(), 'modules\n');
      await writeFile(bundle, '(function(){console.log("bundle")})');
      assert.equal(await started(), 'bundle\n');
      await writeFile(`${bundle}.call`, 'compiled by some other engine');
      assert.equal(await started(), 'bundle\n');
      const stamp = join(folder, 'dist/tsconfig.tsbuildinfo');
      await writeFile(stamp, '');
      const later = new Date(Date.now() + 60_000);
      await utimes(stamp, later, later);
      assert.equal(await started(), 'modules\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  }).timeout(30_000);
});

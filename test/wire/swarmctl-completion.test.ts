/**
 * Completion as a shell does it: the printed script in a real bash, names from a manager.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ListNodesReplyCodec, ListServicesReplyCodec } from '../../proto/gen/control.js';
import { aNetwork, aNode } from '../kit/builders.js';
import { ControlDouble } from '../kit/control-double.js';
import { startSwarmctl, WEB } from '../kit/swarmctl-process.js';

const MAIN = fileURLToPath(new URL('../../cli/swarmctl/main.js', import.meta.url));
const run = promisify(execFile);

describe('completion', () => {
  let manager: ControlDouble;
  let directory: string;

  beforeEach(() => {
    manager = new ControlDouble();
    directory = mkdtempSync(join(tmpdir(), 'swarmctl-path-'));
    const path = join(directory, 'swarmctl');
    writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
    chmodSync(path, 0o755);
  });
  afterEach(async () => {
    await manager.close();
    rmSync(directory, { recursive: true });
  });

  /** What bash offers for the last of the words. */
  async function inBash(...words: string[]): Promise<string> {
    const script = [
      'source <(swarmctl completion bash)',
      'COMP_WORDS=(swarmctl "$@"); COMP_CWORD=$#',
      '_swarmctl',
      'echo "${COMPREPLY[*]}"',
    ].join('\n');
    const env = { PATH: `${directory}:${process.env['PATH']}`, SWARMD_HOST: manager.host };
    const { stdout, stderr } = await run('bash', ['--norc', '-c', script, 'bash', ...words], { env });
    assert.equal(stderr, '');
    return stdout.trimEnd();
  }

  it('offers commands, flags, words, and the names a manager knows', async () => {
    await manager.start({
      listServices: () => Promise.resolve(ListServicesReplyCodec.create({ services: [{ service: WEB }] })),
      listNodes: () =>
        Promise.resolve(ListNodesReplyCodec.create({ nodes: [{ node: aNode({ id: 'host1' }) }] })),
      listNetworks: () => Promise.resolve({ networks: [aNetwork({ spec: { name: 'backend' } })] }),
    });
    assert.equal(await inBash('service', 'ro'), 'rollback');
    assert.equal(await inBash('service', 'update', '--update-order', ''), 'stop-first start-first');
    assert.equal(await inBash('service', 'update', '--update-order', '=', 'sta'), 'start-first');
    assert.equal(await inBash('service', 'rm', ''), 'web');
    assert.equal(await inBash('network', 'inspect', ''), 'backend');
    assert.equal(await inBash('service', 'create', '--network', 'b'), 'backend');
    assert.equal(await inBash('service', 'scale', 'w'), 'web=');
    assert.equal(await inBash('node', 'inspect', ''), 'host1 self');
    assert.equal(await inBash('service', 'rm', 'x'), '');
  }).timeout(60_000);

  it('offers no names, and says nothing, when no manager answers in time', async () => {
    assert.equal(await inBash('service', 'rm', ''), '');
    await manager.start({ listServices: () => new Promise(() => undefined) });
    const startedMs = performance.now();
    assert.equal(await inBash('service', 'rm', ''), '');
    assert.ok(performance.now() - startedMs < 10_000);
  }).timeout(60_000);

  it('is printed for bash, zsh and fish, and for no other shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout, exitCode } = await startSwarmctl(manager.host, ['completion', shell]).ended;
      assert.equal(exitCode, 0);
      assert.match(stdout, /__complete/);
    }
    const { stderr, exitCode } = await startSwarmctl(manager.host, ['completion', 'powershell']).ended;
    assert.deepEqual([stderr, exitCode], ['SHELL "powershell": must be one of bash, zsh, fish\n', 2]);
  }).timeout(60_000);
});

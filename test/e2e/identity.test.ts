/**
 * Who is let in at a manager's real port, from another host: members of the cluster, each to what its role may do,
 * and nobody else. And where nodes keep what proves who they are.
 */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeIdentity } from '../../agent/certificate.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { readCertificate } from '../../proto/base/x509.js';
import { eventually } from '../kit/eventually.js';
import type { Attempt, Outcome } from '../kit/rpc-caller.js';
import { selfSigned, TestAuthority } from '../kit/test-certificates.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { assertSaid } from '../lab/said.js';

const CALLER = fileURLToPath(new URL('../kit/rpc-caller.js', import.meta.url));
const OTHERS_MAY = 0o077;

describe("identity at a manager's port", function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;
  let manager: LabHost;
  let worker: LabHost;
  let ofManager: TlsIdentity;
  let ofWorker: TlsIdentity;

  before(async () => {
    lab = await Lab.create({ hosts: 2, name: 'ident' });
    cluster = await LabCluster.start(lab);
    [manager, worker] = [lab.host(1), lab.host(2)];
    ofManager = await identityOf(manager);
    ofWorker = await identityOf(worker);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const host of lab.hosts) console.log(`--- ${host.name}\n${(await host.logs()).swarmd.slice(-6000)}`);
  });

  async function attempt(
    call: Attempt['call'],
    identity: Attempt['identity'] = { rootPem: ofManager.rootPem },
  ): Promise<Outcome> {
    const what: Attempt = { host: manager.address, port: 2377, call, identity };
    const options = { input: JSON.stringify(what) };
    return JSON.parse(await lab.client.mustRun(process.execPath, [CALLER], options)) as Outcome;
  }

  async function expectCode(
    code: string,
    call: Attempt['call'],
    identity?: Attempt['identity'],
  ): Promise<void> {
    const outcome = await attempt(call, identity);
    assert.equal(outcome.code, code, `${call}: ${outcome.message}`);
  }

  it('lets members in: a manager to all, a worker to what workers need', async () => {
    await expectCode('ok', 'control', ofManager);
    await expectCode('ok', 'dispatcher', ofManager);
    await expectCode('ok', 'dispatcher', ofWorker);
    const { code, message } = await attempt('control', ofWorker);
    assert.equal(code, 'auth.denied');
    assert.match(message, /^worker \w+ may not call .* Call it from a manager node\.$/);
  });

  it('refuses certificates that are made by hand, of another cluster, or not there', async () => {
    const { nodeId, clusterId } = readCertificate(ofManager.certificatePem);
    const { rootPem } = ofManager;
    const foreign = await TestAuthority.make(clusterId);
    const strangers: readonly Attempt['identity'][] = [
      { ...(await selfSigned(clusterId, nodeId, 'swarm-manager')), rootPem },
      { ...(await foreign.identity(nodeId, 'swarm-manager')), rootPem },
      { rootPem },
    ];
    for (const stranger of strangers) {
      for (const call of ['control', 'dispatcher'] as const)
        await expectCode('certificate.refused', call, stranger);
    }
  });

  it('refuses the certificate of a real other cluster', async () => {
    await cluster.swarmctlOn(worker, 'swarm', 'leave');
    // So that no task is put on it while it is still taken for ready.
    await cluster.swarmctl('node', 'rm', '--force', readCertificate(ofWorker.certificatePem).nodeId);
    await cluster.swarmctlOn(worker, 'swarm', 'init');
    const elsewhere = await identityOf(worker);
    await cluster.swarmctlOn(worker, 'swarm', 'leave', '--force');
    await expectCode('certificate.refused', 'control', { ...elsewhere, rootPem: ofManager.rootPem });
    // And its owner, who trusts its own cluster only, does not talk to this one.
    const directory = join(lab.client.folder, 'elsewhere');
    await writeIdentity(directory, elsewhere);
    const args = ['--host', manager.address, '--cert-dir', directory, 'node', 'ls'];
    assertSaid(
      args,
      await lab.client.swarmctl(args),
      6,
      /: what answers there is not of the cluster whose .*\)\.$/,
    );
    await rejoin();
  });

  it('speaks TLS 1.3 and nothing older', async () => {
    await expectCode('ok', 'TLSv1.3');
    assert.match((await attempt('TLSv1.2')).message, /protocol version/i);
  });

  it('refuses the certificate of a removed node at once', async () => {
    ofWorker = await identityOf(worker);
    await expectCode('ok', 'dispatcher', ofWorker);
    const { nodeId } = readCertificate(ofWorker.certificatePem);
    assert.equal((await cluster.swarmctl('node', 'rm', '--force', nodeId)).trim(), nodeId);
    await expectCode('node.removed', 'dispatcher', ofWorker);
    await expectCode('node.removed', 'control', ofWorker);
    const answer = await eventually(
      'the removed node says so itself',
      () => worker.look(['node', 'ls']),
      ({ stderr }) => stderr.includes('no longer a member'),
      { withinMs: 20_000, pollMs: 100 },
    );
    assertSaid(
      ['node', 'ls'],
      answer,
      6,
      /Node \w+ is no longer a member .* Join it again with a join token\.$/,
    );
    await cluster.swarmctlOn(worker, 'swarm', 'leave', '--force');
    await rejoin();
  });

  it('keeps certificates and keys, and all else a node keeps, from other users', async () => {
    for (const host of lab.hosts) {
      const { stateFolder } = host.swarmd;
      const certificates = join(stateFolder, 'certificates');
      assert.deepEqual((await readdir(certificates)).toSorted(), [
        'swarm-node.crt',
        'swarm-node.key',
        'swarm-root-ca.crt',
      ]);
      const entries = await readdir(stateFolder, { recursive: true, withFileTypes: true });
      const open: string[] = [];
      for (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        // The lock says only that somebody holds it.
        if (entry.name === 'lock.sock') continue;
        if (((await stat(path)).mode & OTHERS_MAY) !== 0) open.push(path);
      }
      assert.deepEqual(open, []);
      assert.equal((await stat(stateFolder)).mode & OTHERS_MAY, 0);
      assert.equal((await stat(join(certificates, 'swarm-node.key'))).mode & 0o777, 0o600);
    }
  });

  it("obeys a swarmctl elsewhere that has a manager's certificate, and no other", async () => {
    const from = (certificates: string, ...command: string[]): string[] => [
      '--host',
      `${manager.address}:2377`,
      '--cert-dir',
      certificates,
      ...command,
    ];
    const good = join(manager.swarmd.stateFolder, 'certificates');
    const created = await lab.client.swarmctl(
      from(good, 'service', 'create', '--name', 'remote', '--quiet', '--timeout', '30s', 'lab/sleep:1'),
    );
    assert.equal(created.exitCode, 0, created.stderr);
    const listed = await lab.client.swarmctl(from(good, 'service', 'ls'));
    assert.match(listed.stdout, /\bremote +replicated +1\/1 +lab\/sleep:1/);

    const ofAWorker = from(join(worker.swarmd.stateFolder, 'certificates'), 'service', 'rm', 'remote');
    assertSaid(ofAWorker, await lab.client.swarmctl(ofAWorker), 1, /^worker \w+ may not call /);
    const empty = join(lab.client.folder, 'empty');
    await mkdir(empty);
    const withNone = from(empty, 'service', 'rm', 'remote');
    assertSaid(
      withNone,
      await lab.client.swarmctl(withNone),
      2,
      /^--cert-dir .*swarm-node\.crt cannot be read there/,
    );
    const local = from(good, 'swarm', 'leave');
    assertSaid(
      local,
      await lab.client.swarmctl(local),
      2,
      /^--host .*: this command is about the node it runs on/,
    );
    const removed = await lab.client.swarmctl(from(good, 'service', 'rm', 'remote'));
    assert.equal(removed.stdout, 'remote\n');
  });

  async function rejoin(): Promise<void> {
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    await cluster.join(worker, token);
  }
});

async function identityOf(host: LabHost): Promise<TlsIdentity> {
  const read = async (name: string): Promise<string> =>
    await readFile(join(host.swarmd.stateFolder, 'certificates', name), 'utf8');
  return {
    certificatePem: await read('swarm-node.crt'),
    keyPem: await read('swarm-node.key'),
    rootPem: await read('swarm-root-ca.crt'),
  };
}

/**
 * What a user gets wrong, through the real swarmctl and a real cluster: one line that says which field and which
 * rule, the documented exit code, and nothing stored. Beside it: names nobody has, changes that were made
 * meanwhile, managers that are not there, tokens and certificates that are not good.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeIdentity } from '../../agent/certificate.js';
import { hasCode } from '../../proto/base/errors.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService, ListNodesRequestCodec, ListServicesRequestCodec } from '../../proto/gen/control.js';
import { eventually } from '../kit/eventually.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { assertSaid } from '../lab/said.js';
import { type Case, NOT_NOW, UNKNOWN_NAMES, WRONG_COMMAND_LINES, WRONG_VALUES } from './bad-input-cases.js';

const SWARMCTL = fileURLToPath(new URL('../../../bin/swarmctl', import.meta.url));

describe('bad input', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;
  let manager: LabHost;
  let worker: LabHost;

  before(async () => {
    lab = await Lab.create({ hosts: 2, name: 'input' });
    cluster = await LabCluster.start(lab);
    [manager, worker] = [lab.host(1), lab.host(2)];
    await cluster.swarmctl('service', 'create', '--detach', '--name', 'steady', 'lab/sleep:1');
    await cluster.expectRunning('steady', 1);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const host of lab.hosts) console.log(`--- ${host.name}\n${(await host.logs()).swarmd.slice(-6000)}`);
  });

  async function expectRefusals(cases: readonly Case[]): Promise<void> {
    const before = await everything();
    for (const [args, exitCode, said] of cases) {
      assertSaid(args, await manager.swarmctl(args), exitCode, said);
    }
    assert.deepEqual(await everything(), before, 'something was stored');
  }

  /** Specs and versions of all services and nodes. */
  async function everything(): Promise<unknown> {
    return await withControl(async (control) => ({
      services: (await control.listServices(ListServicesRequestCodec.create())).services.map(
        ({ service }) => service,
      ),
      nodes: (await control.listNodes(ListNodesRequestCodec.create())).nodes.map(({ node }) => [
        node?.id,
        node?.spec,
      ]),
    }));
  }

  async function withControl<T>(act: (control: ReturnType<typeof controlClient>) => Promise<T>): Promise<T> {
    const channel = RpcChannel.unix(join(manager.swarmd.stateFolder, 'control.sock'));
    try {
      return await act(controlClient(channel));
    } finally {
      channel.close();
    }
  }

  it('a wrong value is refused in one line with its field and its rule', () => expectRefusals(WRONG_VALUES));

  it('a wrong command line is refused, and what is not built yet is by its name', () =>
    expectRefusals(WRONG_COMMAND_LINES));

  it('a name that nobody has is answered with those there are', () => expectRefusals(UNKNOWN_NAMES));

  it('what cannot be done now is refused with what to do instead', () => expectRefusals(NOT_NOW));

  it('the command of the package reads --env-file itself', async () => {
    const args = ['service', 'create', '--env-file=/no/such/file', 'lab/sleep:1'];
    assertSaid(args, await manager.run(SWARMCTL, args), 2, /^--env-file "\/no\/such\/file": cannot be read/);
  });

  it('the beginning of an id is enough when only one begins so; else all that do are listed', async () => {
    await withControl(async (control) => {
      const ids = new Map<string, string>();
      // Ids begin with one of 36 characters: among 37 services two begin alike.
      for (let at = 0; at < 37; at += 1) {
        const { service } = await control.createService({
          spec: {
            ...(await steadySpec(control)),
            name: `twin${at}`,
            mode: { kind: 'replicated', replicated: { replicas: 0 } },
          },
        });
        assert.ok(service !== undefined);
        const twinId = ids.get(service.id.charAt(0));
        ids.set(service.id.charAt(0), service.id);
        if (twinId === undefined) continue;
        const ref = service.id.charAt(0);
        const args = ['service', 'inspect', ref];
        assertSaid(
          args,
          await manager.swarmctl(args),
          1,
          new RegExp(`^"${ref}" fits more than one service: `),
        );
        const whole = JSON.parse(await cluster.swarmctl('service', 'inspect', twinId.slice(0, 12))) as {
          ID: string;
        }[];
        assert.deepEqual(
          whole.map(({ ID }) => ID),
          [twinId],
        );
        break;
      }
      await cluster.swarmctl('service', 'rm', ...(await twinNames(control)));
    });
  });

  it('of two clients that change one service, the stale one learns both versions', async () => {
    await withControl(async (control) => {
      const { entry } = await control.getService({ ref: 'steady' });
      const service = entry?.service;
      const yours = service?.meta?.versions['spec'] ?? 0;
      assert.ok(service?.spec !== undefined && yours > 0);
      await cluster.swarmctl('service', 'update', '--detach', '--label-add', 'by=cli', 'steady');
      const stale = control.updateService({
        serviceId: service.id,
        version: yours,
        spec: { ...service.spec, labels: { by: 'api' } },
      });
      await assert.rejects(
        stale,
        (error) =>
          hasCode(error, 'object.conflict') &&
          error.facts.yours === yours &&
          error.facts.current > yours &&
          error.message.includes(`from version ${yours}, it is at version ${error.facts.current}`),
      );
      const { entry: after } = await control.getService({ ref: 'steady' });
      assert.deepEqual(after?.service?.spec?.labels, { by: 'cli' });
    });
  });

  describe('no manager', () => {
    async function expectUnreachable(host: string, said: RegExp): Promise<void> {
      const certificates = join(manager.swarmd.stateFolder, 'certificates');
      const args = ['--host', host, '--cert-dir', certificates, 'node', 'ls'];
      const startedMs = performance.now();
      const result = await lab.client.swarmctl(args);
      const tookMs = performance.now() - startedMs;
      assertSaid(args, result, 6, said);
      // 5 s for the answer; the rest is the start of the program on a busy machine.
      assert.ok(tookMs < 6_500, `took ${Math.round(tookMs)} ms`);
    }

    it('at a socket that is not there', () =>
      expectUnreachable(
        'unix:///no/such.sock',
        /^No manager could be reached \(tried unix:\/\/\/no\/such\.sock\)/,
      ));

    it('at ports that refuse: all of them are named', () =>
      expectUnreachable(
        `${manager.address}:1,${worker.address}`,
        new RegExp(`\\(tried ${manager.address}:1, ${worker.address}:2377\\): .*ECONNREFUSED`),
      ));

    it('at an address that swallows everything: said within 5 s', async () => {
      const rule = `table inet blackhole { chain input { type filter hook input priority -300; tcp dport 2377 drop; }; }`;
      await manager.mustRun('nft', ['-f', '-'], { input: rule });
      try {
        await expectUnreachable(
          manager.address,
          new RegExp(`\\(tried ${manager.address}:2377\\): it did not answer in time`),
        );
      } finally {
        await manager.mustRun('nft', ['delete', 'table', 'inet', 'blackhole']);
      }
    });

    it('on a worker: the managers are named', async () => {
      const args = ['service', 'ls'];
      const said = new RegExp(`^This node is a worker .*\\(${manager.address}:2377\\)`);
      assertSaid(args, await worker.swarmctl(args), 1, said);
    });
  });

  describe('a token or a certificate that is not good', () => {
    let token: string;

    before(async () => {
      token = (await cluster.swarmctl('swarm', 'join-token', '--quiet', 'worker')).trim();
      await cluster.swarmctlOn(worker, 'swarm', 'leave');
    });

    async function expectJoinRefused(withToken: string, exitCode: number, said: RegExp): Promise<void> {
      const args = ['swarm', 'join', '--token', withToken, manager.address];
      assertSaid(args, await worker.swarmctl(args), exitCode, said);
      const look = ['node', 'ls'];
      assertSaid(look, await worker.swarmctl(look), 1, /^This node is not part of a cluster\./);
    }

    it('a malformed token', async () => {
      await expectJoinRefused('SWMTKN-1-short', 2, /^join token: must have 4 parts/);
      await expectJoinRefused('nonsense', 2, /^join token: must begin with SWMTKN-/);
    });

    it('a wrong token', () =>
      expectJoinRefused(token.replace(/.{25}$/, 'x'.repeat(25)), 1, /^The join token was refused: /));

    it('a token that was rotated', async () => {
      const rotated = await cluster.swarmctl('swarm', 'join-token', '--rotate', 'worker');
      assert.match(rotated, /^Successfully rotated worker join token\./);
      await expectJoinRefused(token, 1, /^The join token was refused: .* no longer, a token of this cluster/);
      token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
      assert.ok(rotated.includes(token));
    });

    it('a token of another cluster', async () => {
      const made = await cluster.swarmctlOn(worker, 'swarm', 'init');
      const foreign = /SWMTKN-\S+/.exec(made)?.[0] ?? '';
      await cluster.swarmctlOn(worker, 'swarm', 'leave', '--force');
      await expectJoinRefused(
        foreign,
        1,
        new RegExp(
          `^The cluster at ${manager.address}:2377 is not the one the join token was made for: the digest`,
        ),
      );
    });

    it('an address to be reached at that is none', async () => {
      const args = ['swarm', 'join', '--advertise-addr', 'zzz:0', '--token', token, manager.address];
      assertSaid(
        args,
        await worker.swarmctl(args),
        2,
        /^--advertise-addr "zzz:0": must be HOST or HOST:PORT/,
      );
    });

    it('an expired certificate, in every answer of the node that has it', async () => {
      await cluster.join(worker, token);
      await worker.stopSwarmd();
      const authority = await TestAuthority.make();
      const expired = await authority.identity('worker9', 'swarm-worker', Date.now() - 60_000);
      await writeIdentity(join(worker.swarmd.stateFolder, 'certificates'), expired);
      await worker.startSwarmd();
      const args = ['node', 'ls'];
      const result = await worker.swarmctl(args);
      assertSaid(
        args,
        result,
        6,
        /: The certificate of node worker9 expired at \d{4}-.* leave the cluster with --force and join again\.$/,
      );
      await cluster.swarmctlOn(worker, 'swarm', 'leave', '--force');
      await cluster.join(worker, token);
      await eventually(
        'the node is back',
        async () => (await manager.look(['node', 'ls'])).stdout,
        (table) => /\bh2\b +Ready/.test(table),
        { withinMs: 20_000, pollMs: 100 },
      );
    });
  });
});

type Control = ReturnType<typeof controlClient>;

function controlClient(channel: RpcChannel) {
  return channel.client(ControlService);
}

async function steadySpec(control: Control) {
  const { entry } = await control.getService({ ref: 'steady' });
  const spec = entry?.service?.spec;
  assert.ok(spec !== undefined);
  return spec;
}

async function twinNames(control: Control): Promise<string[]> {
  const { services } = await control.listServices(ListServicesRequestCodec.create());
  return services.map(({ service }) => service?.spec?.name ?? '').filter((name) => name.startsWith('twin'));
}

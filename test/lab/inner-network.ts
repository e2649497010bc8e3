/**
 * An internal network of an app cluster: services "vault", which is on nothing else, "gate", which is on an outer network
 * as well, and "door", which is published on every node. Who reaches whom, and what they know of names, is looked at from inside and from around it.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { type AppCluster, isAnswer } from './app-cluster.js';
import { OUTSIDE_PROGRAM } from './app-images.js';
import type { RunningContainer } from './cluster.js';
import type { Daemon } from './place.js';

/** Before the others in the order of names: an engine that is asked no better takes it for the way out. */
export const INNER = 'apart';
const UNKNOWN_ADDRESS = '192.0.2.1';

const flags = (name: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [name, value]);

export class InnerNetwork {
  readonly #app: AppCluster;
  readonly #outer: string;

  constructor(app: AppCluster, outer: string) {
    this.#app = app;
    this.#outer = outer;
  }

  /** Its services: vault on the first two hosts, the others on the last and published as said. */
  async createServices(publish: {
    readonly gate: readonly string[];
    readonly door: readonly string[];
  }): Promise<void> {
    const app = this.#app;
    const { name: last } = this.#last;
    const onLast = ['--constraint', `node.hostname==${last}`];
    const dns = ['--dns', app.lab.client.address];
    const networks = [`name=${INNER},alias=inner-gate`, `name=${this.#outer},alias=outer-gate`];
    await Promise.all([
      app.create('vault', 2, ...dns, '--network', INNER, '--constraint', `node.hostname!=${last}`),
      app.create(
        'gate',
        1,
        ...dns,
        ...onLast,
        ...flags('--network', networks),
        ...flags('--publish', publish.gate),
      ),
      app.create('door', 1, ...onLast, '--network', INNER, ...flags('--publish', publish.door)),
    ]);
  }

  get #last(): AppCluster['lab']['client'] {
    return this.#app.lab.host(this.#app.lab.hosts.length);
  }

  async #vault(): Promise<readonly [RunningContainer, RunningContainer]> {
    const [one, other] = await this.#app.containersOf('vault');
    assert.ok(one !== undefined && other !== undefined && one.hostName !== other.hostName);
    return [one, other];
  }

  async #addressOn(network: string, container: RunningContainer): Promise<string> {
    return (await this.#app.addressesOf(container))[network] ?? '';
  }

  /** Across hosts, by address, virtual address and name; and who is asked sees who asks. */
  async expectTogether(): Promise<void> {
    const app = this.#app;
    const [one, other] = await this.#vault();
    const [address, gate] = [await this.#addressOn(INNER, one), await app.containerOn(this.#last, 'gate')];
    for (const asked of [other, gate]) {
      const [answer] = await app.get(one, `http://${await this.#addressOn(INNER, asked)}/`);
      assert.equal(answer?.client, address);
    }
    const { vault, 'tasks.vault': tasks } = await app.lookUp(one, 'vault', 'tasks.vault');
    assert.deepEqual([vault?.length, tasks?.length], [1, 2]);
    const answers = await app.get(one, 'http://vault/', 30);
    assert.equal(new Set(answers.map(({ container }) => container)).size, 2, 'both tasks answer');
    await app.get(one, 'http://inner-gate/');
  }

  /** A service on two networks: each of its names and addresses on its own network only. */
  async expectNamesPerNetwork(probe: RunningContainer): Promise<void> {
    const app = this.#app;
    const [vault] = await this.#vault();
    const names = ['gate', 'inner-gate', 'outer-gate', 'vault'] as const;
    const inside = await app.lookUp(vault, ...names);
    const around = await app.lookUp(probe, ...names);
    assert.deepEqual([inside['inner-gate'], inside['outer-gate']], [inside['gate'], null]);
    assert.deepEqual([around['outer-gate'], around['inner-gate']], [around['gate'], null]);
    assert.equal(around['vault'], null);
    assert.notDeepEqual(inside['gate'], around['gate']);
    const both = await app.lookUp(await app.containerOn(this.#last, 'gate'), 'inner-gate', 'outer-gate');
    assert.deepEqual(both, { 'inner-gate': inside['gate'], 'outer-gate': around['gate'] });
  }

  /**
   * From inside nothing else is reached, be it of the outside, of another network or of the nodes, and nobody reaches
   * what is inside; gate leaves by its other network, whichever its engine took for the way out.
   */
  async expectShut(probe: RunningContainer, others: readonly string[]): Promise<void> {
    const app = this.#app;
    const outside = `http://${app.lab.client.address}:8000/`;
    const program = await this.#startOutside(outside);
    try {
      const [vault, other] = await this.#vault();
      const gate = await app.containerOn(this.#last, 'gate');
      const beyond = [outside, ...others];
      const inside = await Promise.all(
        [vault, other].map(async (each) => `http://${await this.#addressOn(INNER, each)}/`),
      );
      const [fromVault, fromGate, fromProbe] = await Promise.all([
        this.#each(vault, ...beyond, `http://${app.cluster.manager.address}:2377/`),
        this.#each(gate, ...beyond),
        this.#each(probe, ...inside),
      ]);
      assert.deepEqual(new Set(Object.values(fromVault)), new Set(['no answer']), 'from vault');
      assert.deepEqual(new Set(Object.values(fromProbe)), new Set(['no answer']), 'to vault');
      for (const [url, answer] of Object.entries(fromGate)) assert.ok(isAnswer(answer), `${url}: ${answer}`);
      await this.#expectNamesShut(vault, gate);
    } finally {
      await program.signal('SIGKILL');
    }
  }

  /** Names from elsewhere: no server outside is asked for who cannot leave, even though it was named for the task. */
  async #expectNamesShut(vault: RunningContainer, gate: RunningContainer): Promise<void> {
    const app = this.#app;
    assert.deepEqual(await app.lookUp(gate, 'gate.example'), { 'gate.example': [UNKNOWN_ADDRESS] });
    assert.deepEqual(await app.lookUp(vault, 'vault.example'), { 'vault.example': null });
    const asked = (await readFile(this.#outsideLog, 'utf8')).split('\n');
    assert.deepEqual([asked.includes('gate.example'), asked.includes('vault.example')], [true, false]);
  }

  get #outsideLog(): string {
    return join(this.#app.lab.client.folder, 'outside.log');
  }

  async #startOutside(url: string): Promise<Daemon> {
    const { client } = this.#app.lab;
    const program = { name: 'outside', command: process.execPath, args: [OUTSIDE_PROGRAM] };
    const daemon = await client.startProgram(program, this.#outsideLog);
    await eventually(
      'somebody outside answers',
      () => this.#app.getFrom(client, url),
      () => true,
    );
    return daemon;
  }

  async #each(from: RunningContainer, ...urls: readonly string[]): Promise<Readonly<Record<string, string>>> {
    return (await this.#app.ask(from, 'each', ...urls)) as Record<string, string>;
  }
}

/**
 * A Docker Engine of a lab host: a real `dockerd` with folders, socket and pid file of its own.
 * It runs with live-restore, unless that is not wanted, so containers outlive it; killing those is the host's power
 * cut, not the engine's end.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { mustRun } from './command.js';
import { eventually } from '../kit/eventually.js';
import { Daemon, type Place } from './place.js';
import { childrenOf, isRunning } from './proc.js';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;

export interface EngineStartOptions {
  /** Swarm mode of the engine does not go with it. */
  readonly hasLiveRestore?: boolean;
}

export class Engine {
  readonly socketPath: string;
  readonly #folder: string;
  readonly #place: Place;
  readonly #hostNumber: number;
  #daemon: Daemon | undefined;
  #client: Promise<Docker> | undefined;

  constructor(
    options: { readonly folder: string; readonly hostNumber: number },
    modules: { readonly place: Place },
  ) {
    this.socketPath = join(options.folder, 'docker.sock');
    this.#folder = options.folder;
    this.#hostNumber = options.hostNumber;
    this.#place = modules.place;
  }

  get pid(): number | undefined {
    return this.#daemon?.pid;
  }

  /** A client of this engine. Loaded late: it is a large library, and not every test needs it. */
  client(): Promise<Docker> {
    this.#client ??= import('dockerode').then(
      ({ default: Client }) => new Client({ socketPath: this.socketPath }),
    );
    return this.#client;
  }

  /** Returns the time it took until the engine answered. */
  async start({ hasLiveRestore = true }: EngineStartOptions = {}): Promise<{ tookMs: number }> {
    if (await this.#daemon?.isAlive()) throw new Error(`${this.#place.hostName}: the engine runs already`);
    const startedMs = performance.now();
    await mkdir(join(this.#folder, 'engine'), { recursive: true });
    await rm(join(this.#folder, 'docker.pid'), { force: true }); // After kill -9 it names nobody, or somebody else.
    const configFile = await this.#writeConfig(hasLiveRestore);
    const daemon = await Daemon.start(
      this.#place,
      { name: 'dockerd', command: 'dockerd', args: ['--config-file', configFile] },
      { logFile: join(this.#folder, 'engine.log') },
    );
    this.#daemon = daemon;
    await daemon.ready('the engine answers', () => answersPing(this.socketPath), START_WITHIN_MS);
    return { tookMs: performance.now() - startedMs };
  }

  /** SIGTERM, as `systemctl stop docker`: the containers run on. */
  async stop(): Promise<void> {
    await this.#daemon?.signal('SIGTERM');
    await this.#daemon?.ended(STOP_WITHIN_MS);
  }

  /** kill -9. The engine's own containerd dies with it; shims and containers live. */
  async kill(): Promise<void> {
    const daemon = this.#daemon;
    if (daemon === undefined || !(await daemon.isAlive())) return;
    const helpers = await childrenOf(daemon.pid);
    await daemon.signal('SIGKILL');
    await daemon.ended(STOP_WITHIN_MS);
    // A new engine that meets the old containerd while it dies takes it for living, and waits for it in vain.
    await eventually(
      `${daemon.name}: its containerd is gone`,
      () => Promise.all(helpers.map((pid) => isRunning(pid))),
      (running) => !running.includes(true),
    );
    await rm(join(this.#folder, 'run/containerd/containerd.pid'), { force: true });
  }

  async #writeConfig(hasLiveRestore: boolean): Promise<string> {
    const config = {
      'data-root': join(this.#folder, 'engine'),
      'exec-root': join(this.#folder, 'run'),
      pidfile: join(this.#folder, 'docker.pid'),
      hosts: [`unix://${this.socketPath}`],
      'live-restore': hasLiveRestore,
      bip: `172.30.${this.#hostNumber}.1/24`,
      // Below the host's group, so that a power cut finds every container.
      'cgroup-parent': join(this.#place.group.path, '..', 'containers'),
      'exec-opts': ['native.cgroupdriver=cgroupfs'],
      ...(await this.#ownIdentity()),
    };
    const path = join(this.#folder, 'engine.json');
    await writeFile(path, JSON.stringify(config, undefined, 2));
    return path;
  }

  /** Up to version 20 an engine's id hangs on a key in /etc/docker, so all engines of a machine would have one id. */
  async #ownIdentity(): Promise<Record<string, string>> {
    const major = Number(/version (\d+)\./.exec(await mustRun('dockerd', ['--version']))?.[1]);
    return major <= 20 ? { 'deprecated-key-path': join(this.#folder, 'engine-key.json') } : {};
  }
}

function answersPing(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.once('data', (answer) => {
      resolve(answer.toString().startsWith('HTTP/1.1 200'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.end('GET /_ping HTTP/1.1\r\nHost: engine\r\nConnection: close\r\n\r\n');
  });
}

/**
 * The control-plane child of swarmd: waits to be told how to begin, builds the manager, says when it
 * serves, and ends with its parent.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedLog, type EmbeddedLogModules } from '../../control-plane/manager/embedded-log.js';
import { type Beginning, Manager } from '../../control-plane/manager/manager.js';
import { recover, type RecoveryOptions } from '../../control-plane/manager/recovery.js';
import { SystemClock } from '../../proto/base/clock.js';
import { toSwarmError } from '../../proto/base/errors.js';
import { type Log, openLog } from '../../proto/base/log.js';
import { type Meter, noMeter } from '../../proto/base/meter.js';
import { SystemRandom } from '../../proto/base/random.js';
import { StateLock } from './state-lock.js';
import type { ChildMessage, ParentMessage, StartMessage } from './manager-messages.js';
import { parseHostPort } from './rules/addresses.js';

// A predecessor that lost its parent is given this long to let go of the log.
const LOCK_WAIT_MS = 10_000;

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.on('SIGINT', () => undefined); // Control-C reaches the whole group; the parent decides.
process.once('disconnect', () => stop.abort());
process.on('message', (message) => {
  const said = message as ParentMessage;
  if (said.kind === 'start') begin(said);
});

function begin(start: StartMessage): void {
  run(start).then(
    () => process.exit(0),
    (error: unknown) => {
      const { code, facts, message: text } = toSwarmError(error);
      tell({ kind: 'failed', code, facts, message: text }, () => process.exit(1));
    },
  );
}

async function run(start: StartMessage): Promise<void> {
  const clock = new SystemClock();
  const log = openLog(start.logLevel, { program: 'swarmd', part: 'control-plane' });
  const meter = start.isMeasured ? await measured(log) : noMeter;
  await mkdir(start.directory, { recursive: true, mode: 0o700 });
  const lock = await StateLock.acquire(start.directory, LOCK_WAIT_MS, { clock });
  try {
    const modules = { clock, random: new SystemRandom(), log, meter, signal: stop.signal };
    const place = { directory: join(start.directory, 'log'), address: start.advertiseAddress };
    const beginning = await withoutRecovery(start.beginning, place, modules);
    const { managerAddresses } = start;
    const isNewCluster = beginning.kind === 'new-cluster';
    const manager = await Manager.open(
      {
        beginning,
        controlSocketPath: start.controlSocketPath,
        listen: parseHostPort(start.listenAddress, '--listen-addr'),
      },
      { ...modules, openLog: embeddedLog({ ...place, managerAddresses, isNewCluster }, modules) },
    );
    process.on('message', (message) => {
      const said = message as ParentMessage;
      if (said.kind === 'identity') manager.setIdentity(said.identity);
      if (said.kind === 'managers') manager.tryManagers(said.addresses);
    });
    await manager.run(stop.signal, (serving) => tell({ ...serving, kind: 'ready' }));
  } finally {
    await lock.release();
  }
}

/** What has to be done to the folder first is done, and leaves a cluster to go on with. */
async function withoutRecovery(
  beginning: StartMessage['beginning'],
  ...rest: [RecoveryOptions, EmbeddedLogModules]
): Promise<Beginning> {
  return beginning.kind === 'recover' || beginning.kind === 'restore'
    ? await recover(beginning, ...rest)
    : beginning;
}

/** The meter, and from now on an answer to every scrape. */
async function measured(log: Log): Promise<Meter> {
  const { PrometheusMeter } = await import('./prometheus-meter.js');
  const { measureProcess } = await import('./process-metrics.js');
  const meter = new PrometheusMeter({ process: 'control-plane' });
  measureProcess(meter);
  process.on('message', (message) => {
    const said = message as ParentMessage;
    if (said.kind !== 'scrape') return;
    meter.values().then(
      (metrics) => tell({ kind: 'metrics', number: said.number, metrics }),
      (error: unknown) => log.error('a scrape failed', { error }),
    );
  });
  return meter;
}

function tell(message: ChildMessage, then: () => void = () => undefined): void {
  if (process.send === undefined || !process.connected) return then();
  process.send(message, undefined, undefined, () => then());
}

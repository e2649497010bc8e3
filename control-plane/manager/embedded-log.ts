/**
 * The log that every manager has in a folder of its own, replicated by Raft: begun, joined or opened, and with
 * it all that its members say to one another. Owns the errors' last words: where to look, and the way back.
 */
import { rename, rm } from 'node:fs/promises';
import { directoryState, foundCluster, joinCluster } from 'raft-ts/beginnings.js';
import type { Disk } from 'raft-ts/disk.js';
import { LogDamagedError, MemberMissingError, MemberRemovedError } from 'raft-ts/log-errors.js';
import type { MemberLog } from 'raft-ts/member-log.js';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import type { StateMachine } from 'raft-ts/replicator.js';
import type { RaftLogger } from 'raft-ts/rules/logger.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Random } from '../../proto/base/random.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { RaftMembershipService, RaftPeersService } from '../../proto/gen/raft.js';
import { joinLog } from './join-log.js';
import { type OpenedLog, type OpenLog, type Self, served } from './manager.js';
import { MembershipServer } from './membership-server.js';
import { PeerServer } from './peer-server.js';
import { PeerTransport } from './peer-transport.js';
import { RoleLoop } from './role-loop.js';
import { timedDisk } from './timed-disk.js';

export interface EmbeddedLogOptions {
  /** Folder of the log and the snapshots. */
  readonly directory: string;
  /** host:port others reach this member at. */
  readonly address: string;
  /** host:port of managers: where there is no log, it is joined there. */
  readonly managerAddresses: readonly string[];
  /** Nobody has this cluster's log yet. */
  readonly isNewCluster: boolean;
}

export interface EmbeddedLogModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly meter: Meter;
  readonly signal?: AbortSignal | undefined;
}

/** A peer's silence is noticed within an election or two, not within a minute. */
const PEER_KEEPALIVE = { timeMs: 2_000, timeoutMs: 2_000 };

export function embeddedLog(options: EmbeddedLogOptions, modules: EmbeddedLogModules): OpenLog {
  return async (self, stateMachine) => {
    try {
      return await new EmbeddedLog(options, self, modules).open(stateMachine);
    } catch (error) {
      throw inWords(error, options.directory);
    }
  };
}

/** The disk of the machine, its flushes measured. */
export function logDisk({ clock, meter }: Pick<EmbeddedLogModules, 'clock' | 'meter'>): Disk {
  return timedDisk(new NodeDisk(), clock, meter.histogram('swarmd_log_flush_duration_seconds'));
}

class EmbeddedLog {
  readonly #options: EmbeddedLogOptions;
  readonly #modules: EmbeddedLogModules;
  readonly #self: Self;
  readonly #disk: Disk;
  readonly #transport: PeerTransport;
  #identity: TlsIdentity;

  constructor(options: EmbeddedLogOptions, self: Self, modules: EmbeddedLogModules) {
    this.#options = options;
    this.#modules = modules;
    this.#self = self;
    this.#identity = self.identity;
    this.#disk = logDisk(modules);
    const { clock, random, log } = modules;
    this.#transport = new PeerTransport(
      { advertiseAddress: options.address },
      {
        clock,
        random,
        log: log.child({ room: 'peers' }),
        openChannel: (address) => RpcChannel.tls(address, this.#identity, PEER_KEEPALIVE),
      },
    );
  }

  async open(stateMachine: StateMachine): Promise<OpenedLog> {
    const { clock, log } = this.#modules;
    const { directory, address } = this.#options;
    await this.#prepare(stateMachine);
    const { nodeId: name, clusterId } = this.#self;
    const raftLog = log.child({ room: 'raft' });
    const memberLog = await openMember(
      { directory, soleMember: { name, address, clusterId } },
      {
        disk: this.#disk,
        stateMachine,
        transport: this.#transport,
        onSnapshotFailed: (error) => log.error('no snapshot was taken; the log goes on growing', { error }),
        onRefused: (memberId, reason) => log.debug('a member refuses this one', { memberId, reason }),
        logger: coreLogger(raftLog),
      },
    );
    const { selfId: memberId, recoveryEpoch } = memberLog;
    this.#transport.introduce({ memberId, clusterId: memberLog.clusterId, recoveryEpoch });
    log.info('member of the log', { memberId, recoveryEpoch, members: memberLog.members().length });
    void memberLog.stopped.then((reason) => this.#forgetIfRemoved(reason));
    const peers = new PeerServer({ transport: this.#transport, clock });
    const membership = new MembershipServer({ isExternal: false }, { memberLog, log });
    return {
      memberLog,
      services: [
        served(RaftPeersService, peers.handlers()),
        served(RaftMembershipService, membership.handlers()),
      ],
      leaderRooms: (store) => [
        new RoleLoop({
          store,
          memberLog,
          clock,
          log,
          addresses: () => this.#addresses(memberLog),
          watchAddresses: (listener) => this.#transport.watchMoves(listener),
        }),
      ],
      tryAddresses: (addresses) => this.#transport.tryAddresses(addresses),
      setIdentity: (identity) => {
        this.#identity = identity;
      },
    };
  }

  /** Leaves the folder as one that can be opened. */
  async #prepare(stateMachine: StateMachine): Promise<void> {
    const { directory, address, isNewCluster } = this.#options;
    const { nodeId: name, clusterId } = this.#self;
    const state = await directoryState(this.#disk, directory);
    if (state !== 'empty' && state !== 'unfinished') return;
    const disk = this.#disk;
    if (isNewCluster) {
      await foundCluster({ directory, name, address, clusterId }, { disk, stateMachine });
      return;
    }
    const { memberId, members, ...cluster } = await joinLog(
      { ...this.#options, isExternal: false },
      {
        ...this.#modules,
        openChannel: (to) => RpcChannel.tls(to, this.#identity),
      },
    );
    if (cluster.clusterId !== clusterId)
      throw new SwarmError('peer.refused', {
        kind: 'other-cluster',
        reason: `it is of cluster ${cluster.clusterId}, this node of ${clusterId}.`,
      });
    const peers = members.map(({ id, nodeId, address: at }) => ({ id, name: nodeId, address: at }));
    const { recoveryEpoch } = cluster;
    await joinCluster({ directory, name, address, id: memberId, clusterId, recoveryEpoch, peers }, { disk });
    this.#modules.log.info('this manager has a place in the log', { memberId });
  }

  /** Its own is what it was started with. */
  #addresses({ selfId }: Pick<MemberLog, 'selfId'>): ReadonlyMap<number, string> {
    const moved = this.#transport.movedMembers().map(({ id, address }) => [id, address] as const);
    return new Map([...moved, [selfId, this.#options.address]]);
  }

  /** What it has is of no use any more: as long as its node is a manager, it joins anew at the next start. */
  async #forgetIfRemoved(reason: Error | null): Promise<void> {
    if (!(reason instanceof MemberRemovedError)) return;
    const { directory } = this.#options;
    const removed = `${directory}.removed`;
    try {
      // All of it goes at once: a log without the file that says whose it is would be taken for another kind.
      await rm(removed, { recursive: true, force: true });
      await rename(directory, removed);
      await rm(removed, { recursive: true, force: true });
    } catch (error) {
      this.#modules.log.error('the log of a member that was removed could not be deleted', {
        directory,
        error,
      });
    }
  }
}

function inWords(error: unknown, directory: string): SwarmError {
  if (error instanceof SwarmError) return error;
  const what = `Opening the log in ${directory}`;
  const reason = error instanceof Error ? error.message : String(error);
  const wayBack =
    error instanceof LogDamagedError || error instanceof MemberMissingError
      ? `. On this node: while other managers are up, move ${directory} away, and it is fetched from them; the containers go on meanwhile.`
      : '';
  return new SwarmError('runtime.failed', { what, reason: `${reason}${wayBack}` }, error);
}

/** What the core says of elections and members; far too much for every day. */
function coreLogger(log: Log): RaftLogger {
  return {
    debug: () => undefined,
    info: (line) => log.debug(line()),
    warn: (line) => log.warn(line()),
    error: (line) => log.error(line()),
  };
}

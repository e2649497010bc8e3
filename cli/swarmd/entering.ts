/**
 * How a node comes into a cluster: with a new one, with one from a backup, with the rest of one that lost its
 * managers, or by joining. Each leaves the state directory whole, or as it was before; node.json is written last.
 */
import type { ChildProcess } from 'node:child_process';
import { joinCluster, writeIdentity } from '../../agent/certificate.js';
import { addressTowards, interfaceAddresses } from '../../agent/network/local-address.js';
import { chooseDataAddress } from '../../agent/network/rules/data-address.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext, TlsIdentity } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { CertificateAuthorityService } from '../../proto/gen/ca.js';
import type { InitRequest, JoinRequest } from '../../proto/gen/node.js';
import { NodeSpecCodec } from '../../proto/gen/objects.js';
import { validateNodeSpec } from '../../proto/model/node-spec.js';
import type { SwarmdConfig } from './config.js';
import { endChild, startReadyChild } from './control-plane-process.js';
import { certificateDirectory } from './directories.js';
import type { ReadyMessage, StartMessage } from './manager-messages.js';
import { startMessage } from './membership.js';
import type { NodeState, NodeStateFile } from './node-state.js';
import {
  chooseAdvertised,
  DEFAULT_PORT,
  formatHostPort,
  isAddressGone,
  parseHostPort,
} from './rules/addresses.js';

export interface EnteringModules {
  readonly config: SwarmdConfig;
  readonly stateFile: NodeStateFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** A node that is in a cluster now, and its control plane if that runs already. */
export interface Entered {
  readonly state: NodeState;
  readonly identity: TlsIdentity;
  readonly child?: ChildProcess;
}

/** The same, with the control plane that was begun. */
export interface Begun extends Entered {
  readonly child: ChildProcess;
  readonly ready: ReadyMessage;
}

type Addresses = Pick<NodeState, 'listenAddress' | 'advertiseAddress' | 'isAddressFound' | 'dataPathAddress'>;
type Asked = Pick<InitRequest, 'listenAddress' | 'advertiseAddress' | 'dataPathAddress'>;

const DEFAULT_LISTEN = `0.0.0.0:${DEFAULT_PORT}`;
const ROOT_WITHIN_MS = 4_000;

/** A cluster that begins here: with nothing, or with what the backup holds. The state directory is empty. */
export async function beginCluster(request: InitRequest, modules: EnteringModules): Promise<Begun> {
  checkDataPathAddress(request);
  const addresses = chooseAddresses(request);
  const beginning: StartMessage['beginning'] =
    request.restoreFile === ''
      ? { kind: 'new-cluster', spec: request.spec, availability: request.availability }
      : { kind: 'restore', backupFile: request.restoreFile, self: undefined };
  return await beginHere(addresses, beginning, modules);
}

/**
 * This node goes on as the only manager of its cluster, where it listened or elsewhere: with its own log, or with
 * what the backup holds. Its certificate, its tasks and their containers stay.
 */
export async function beginAgain(
  request: InitRequest,
  { state, identity }: Entered,
  modules: EnteringModules,
): Promise<Begun> {
  const given = {
    listenAddress: request.listenAddress === '' ? state.listenAddress : request.listenAddress,
    advertiseAddress: request.advertiseAddress === '' ? keptAddress(state) : request.advertiseAddress,
    dataPathAddress: request.dataPathAddress === '' ? (state.dataPathAddress ?? '') : request.dataPathAddress,
  };
  checkDataPathAddress(request);
  const addresses = chooseAddresses(given);
  const { nodeId, clusterId } = state;
  const self = { nodeId, clusterId, identity };
  const beginning: StartMessage['beginning'] =
    request.restoreFile === ''
      ? { kind: 'recover', ...self }
      : { kind: 'restore', backupFile: request.restoreFile, self };
  return await beginHere(addresses, beginning, modules);
}

async function beginHere(
  addresses: Addresses,
  beginning: StartMessage['beginning'],
  { config, stateFile }: EnteringModules,
): Promise<Begun> {
  const managerAddresses = [addresses.advertiseAddress];
  const { child, ready } = await startReadyChild(
    startMessage(config, { ...addresses, managerAddresses }, beginning),
  );
  const { nodeId, clusterId, identity } = ready;
  const state: NodeState = { nodeId, clusterId, role: 'manager', managerAddresses, ...addresses };
  try {
    await writeIdentity(certificateDirectory(config), identity);
    await stateFile.write(state);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return { state, identity, child, ready };
}

/** Becomes a member by a token, as what the token says. The state directory is empty. */
export async function enterCluster(
  request: JoinRequest,
  { signal, requestId }: CallContext,
  modules: EnteringModules,
): Promise<Entered> {
  checkDataPathAddress(request);
  const addresses = remoteAddresses(request);
  // Before the token is used: a node that joined and cannot listen would be a member to be removed by hand.
  const asked = await askedAddresses(request, addresses);
  const { token, availability, labels, autoRemoveAfterMs } = request;
  validateNodeSpec(NodeSpecCodec.create({ labels, autoRemoveAfterMs }));
  const asWanted = { addresses, token, availability, labels, autoRemoveAfterMs };
  const joined = await joinCluster(asWanted, modules, { signal, requestId });
  const { nodeId, clusterId, role, identity } = joined;
  const managerAddresses = [...new Set([...joined.managerAddresses, ...addresses])];
  const state: NodeState = { nodeId, clusterId, role, managerAddresses, ...asked };
  await writeIdentity(certificateDirectory(modules.config), identity);
  await modules.stateFile.write(state);
  return { state, identity };
}

/** Those of the addresses where managers of this node's cluster answer; throws when there are none. */
export async function managersAt(
  request: JoinRequest,
  identity: TlsIdentity,
  { signal, requestId }: CallContext,
): Promise<readonly string[]> {
  const addresses = remoteAddresses(request);
  const answers = await Promise.allSettled(
    addresses.map(async (address) => {
      // The connection stands only with whoever has a manager's certificate of the same root.
      const channel = RpcChannel.tls(address, identity);
      try {
        const call = { signal, requestId, timeoutMs: ROOT_WITHIN_MS };
        await channel.client(CertificateAuthorityService).getRootCertificate({}, call);
        return address;
      } finally {
        channel.close();
      }
    }),
  );
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (found.length > 0) return found;
  throw answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []))[0];
}

/** For a node that becomes a manager, or comes back with another address: where it listens and is reached. */
export async function findAddresses(state: NodeState): Promise<NodeState> {
  const [manager] = state.managerAddresses;
  const { listenAddress, dataPathAddress = '' } = state;
  const given = { listenAddress, advertiseAddress: keptAddress(state), dataPathAddress };
  const outgoing = manager === undefined ? undefined : await outgoingAddress(manager);
  return { ...state, ...chooseAddresses(given, outgoing) };
}

/** What somebody said, or what was found and this machine still has; else it is to be found anew. */
function keptAddress({ advertiseAddress, isAddressFound }: NodeState): string {
  if (advertiseAddress === '' || isAddressFound !== true) return advertiseAddress;
  const isGone = isAddressGone(parseHostPort(advertiseAddress, '--advertise-addr'), interfaceAddresses());
  return isGone ? '' : advertiseAddress;
}

function chooseAddresses(given: Asked, outgoing?: string): Addresses {
  const listen = parseHostPort(
    given.listenAddress === '' ? DEFAULT_LISTEN : given.listenAddress,
    '--listen-addr',
  );
  const advertised = chooseAdvertised(given.advertiseAddress, listen, interfaceAddresses(), outgoing);
  return {
    listenAddress: formatHostPort(listen),
    advertiseAddress: formatHostPort(advertised),
    isAddressFound: given.advertiseAddress === '',
    dataPathAddress: given.dataPathAddress,
  };
}

/** What names nothing here now would keep this node out of every overlay network. */
function checkDataPathAddress({ dataPathAddress }: Asked): void {
  if (dataPathAddress === '') return;
  const choice = chooseDataAddress(dataPathAddress, [], interfaceAddresses());
  if (choice.kind === 'found') return;
  const rule = "must be one of this machine's addresses, or the name of one of its interfaces";
  throw new SwarmError('input.invalid', { field: '--data-path-addr', value: dataPathAddress, rule });
}

/** Of a worker without a way to be reached nothing is asked before it is promoted. */
async function askedAddresses(request: JoinRequest, managers: readonly string[]): Promise<Addresses> {
  const [manager] = managers;
  const outgoing = manager === undefined ? undefined : await outgoingAddress(manager);
  return chooseAddresses(request, outgoing ?? '127.0.0.1');
}

async function outgoingAddress(manager: string): Promise<string | undefined> {
  const { host, port } = parseHostPort(manager, 'HOST:PORT');
  return await addressTowards(host, port);
}

function remoteAddresses({ remoteAddresses: given }: JoinRequest): readonly string[] {
  if (given.length === 0)
    throw new SwarmError('input.invalid', { field: 'HOST:PORT', rule: 'name at least one manager' });
  return given.map((address) => formatHostPort(parseHostPort(address, 'HOST:PORT')));
}

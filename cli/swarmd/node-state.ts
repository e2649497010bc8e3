/**
 * node.json: which cluster this node belongs to, written last when it joins and removed when it leaves, once
 * its containers are gone. Its presence is the membership; without it everything else in the state directory
 * is left-over.
 */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readIfThere, syncDirectory, writeDurably } from '../../proto/base/durable-file.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { NodeRole } from '../../proto/gen/objects.js';

export interface NodeState {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  /** host:port of the managers heard of last, any of which will do to come back. */
  readonly managerAddresses: readonly string[];
  /**
   * Where this node's manager listens and how others reach it (host:port), now or once it is one; empty where
   * that was never said.
   */
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  /** Whether the address was found out, and not said by somebody: then it is found out anew when it is gone. */
  readonly isAddressFound?: boolean | undefined;
  /** Where other nodes send the traffic of overlay networks to, if somebody said: an address or an interface. */
  readonly dataPathAddress?: string | undefined;
}

const FORMAT = 1;

export class NodeStateFile {
  readonly #path: string;

  constructor(stateDirectory: string) {
    this.#path = join(stateDirectory, 'node.json');
  }

  /** The membership, or undefined when this node is in no cluster. */
  async read(): Promise<NodeState | undefined> {
    const text = await readIfThere(this.#path);
    return text === undefined ? undefined : parseNodeState(text, this.#path);
  }

  async write(state: NodeState): Promise<void> {
    await writeDurably(this.#path, `${JSON.stringify({ format: FORMAT, ...state }, undefined, 2)}\n`);
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
    await syncDirectory(dirname(this.#path));
  }
}

/** Exported for its test: reads the text, refusing formats and shapes it does not know. */
export function parseNodeState(text: string, path: string): NodeState {
  const damaged = (reason: string): SwarmError =>
    new SwarmError('runtime.failed', {
      what: `Reading ${path}`,
      reason: `${reason}. Restore the file, or remove the state directory and join the cluster again.`,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof value !== 'object' || value === null || !('format' in value))
    throw damaged('it has no format number');
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const { format, nodeId, clusterId, role, managerAddresses, listenAddress, advertiseAddress } = fields;
  if (typeof format !== 'number') throw damaged('its format is not a number');
  if (format > FORMAT) throw new SwarmError('format.unknown', { what: path, format, readerFormat: FORMAT });
  if (typeof nodeId !== 'string' || typeof clusterId !== 'string')
    throw damaged('it names no node and cluster');
  if (role !== 'worker' && role !== 'manager') throw damaged('its role is neither worker nor manager');
  if (!isTextList(managerAddresses)) throw damaged('its managerAddresses are not a list of addresses');
  if (typeof listenAddress !== 'string' || typeof advertiseAddress !== 'string')
    throw damaged('it lacks addresses');
  const isAddressFound = fields['isAddressFound'] === true;
  const dataPathAddress = fields['dataPathAddress'] ?? '';
  if (typeof dataPathAddress !== 'string') throw damaged('its dataPathAddress is no text');
  return {
    nodeId,
    clusterId,
    role,
    managerAddresses,
    listenAddress,
    advertiseAddress,
    isAddressFound,
    dataPathAddress,
  };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

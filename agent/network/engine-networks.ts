/**
 * What this room needs of the container engine: ordinary bridge networks, which it fills with life. Only networks
 * that carry the ownership labels of this cluster and node are listed or touched.
 */

/** An engine's network made for an overlay network. */
export interface EngineNetwork {
  /** The engine's own. */
  readonly engineId: string;
  /** Of the overlay network. */
  readonly networkId: string;
  readonly subnet: string;
  readonly gateway: string;
  /** Where the engine takes addresses from that it chooses itself (CIDR); empty: from all of the subnet. */
  readonly range: string;
  readonly range6: string;
}

/** A container that is plugged into one of them. */
export interface PluggedContainer {
  readonly containerId: string;
  readonly name: string;
  readonly address: string;
  /** Empty where it has none. */
  readonly address6: string;
  readonly hardwareAddress: string;
}

export interface NewEngineNetwork {
  readonly networkId: string;
  readonly name: string;
  readonly bridge: string;
  /** CIDR. */
  readonly subnet: string;
  readonly gateway: string;
  /** Empty where the network has none. */
  readonly subnet6: string;
  readonly gateway6: string;
  /** Where the engine takes addresses from that it chooses itself; empty: from all of the subnet. */
  readonly range: string;
  readonly range6: string;
  readonly mtu: number;
  readonly labels: Readonly<Record<string, string>>;
}

export interface EngineNetworks {
  list(): Promise<readonly EngineNetwork[]>;
  /** Returns the engine's id of it. */
  create(network: NewEngineNetwork): Promise<string>;
  /** False: containers are still attached. One that is gone already is fine. */
  remove(engineId: string): Promise<boolean>;
  /** Nobody where it is gone. */
  containersOn(engineId: string): Promise<readonly PluggedContainer[]>;
  /**
   * Calls the listener whenever a container was plugged into or out of a network, from the call on. Resolves when the
   * signal aborts; rejects when the engine cannot tell any more.
   */
  watchContainers(listener: () => void, signal: AbortSignal): Promise<void>;
}

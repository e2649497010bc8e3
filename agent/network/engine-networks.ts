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
  readonly mtu: number;
  readonly labels: Readonly<Record<string, string>>;
}

export interface EngineNetworks {
  list(): Promise<readonly EngineNetwork[]>;
  /** Returns the engine's id of it. */
  create(network: NewEngineNetwork): Promise<string>;
  /** False: containers are still attached. One that is gone already is fine. */
  remove(engineId: string): Promise<boolean>;
}

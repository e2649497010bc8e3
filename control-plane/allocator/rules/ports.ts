/**
 * The ports that services publish on every node: each is one service's, per protocol and host address. Ports that a
 * service leaves open are taken from a range of their own, the next one after the last, and kept as long as the
 * service asks for them.
 */
import type { Node, PortProtocol, PortSpec } from '../../../proto/gen/objects.js';
import { isSameHostAddress, isSameHostPort } from '../../../proto/model/endpoint-spec.js';
import { isIngressPort } from '../../../proto/model/network.js';

/** Where open ports come from; nobody names one of these by accident, as programs are given theirs from 32768 up. */
export const FIRST_OPEN_PORT = 30_000;
export const LAST_OPEN_PORT = 32_767;

/** Ports, none of them 0, or who is in the way: the service that has the port already, its own id where it names one twice. */
export type ChosenPorts =
  | { readonly ports: readonly PortSpec[] }
  | { readonly taken: PortSpec; readonly byServiceId: string }
  | { readonly noneLeft: PortProtocol };

/** Ports of earlier revisions, and whether another service has got one of them meanwhile. */
export interface KeptPorts {
  readonly ports: readonly PortSpec[];
  readonly isAnyTaken: boolean;
}

interface Holder {
  readonly serviceId: string;
  readonly hostIp: string;
}

/** A port of a protocol, whatever the address. */
export type PortKey = `${PortProtocol} ${number}`;

const NO_PORTS: ReadonlySet<PortKey> = new Set();

export class PortTable {
  readonly #holdersByPort = new Map<PortKey, Holder[]>();
  readonly #portsByService = new Map<string, readonly PortSpec[]>();
  readonly #lastOpened = new Map<PortProtocol, number>();
  #lastOpenedVersion = 0;

  /** From now on the service has these ports, and no others. */
  set(serviceId: string, ports: readonly PortSpec[]): void {
    const after = ports.filter(isIngressPort);
    for (const port of this.#portsByService.get(serviceId) ?? []) this.#release(serviceId, port);
    for (const { protocol, publishedPort, hostIp } of after) {
      const key: PortKey = `${protocol} ${publishedPort}`;
      const holders = this.#holdersByPort.get(key);
      if (holders === undefined) this.#holdersByPort.set(key, [{ serviceId, hostIp }]);
      else holders.push({ serviceId, hostIp });
    }
    if (after.length > 0) this.#portsByService.set(serviceId, after);
    else this.#portsByService.delete(serviceId);
  }

  /** The service got these by the change of that version: the newest of all that are recalled says where to go on. */
  recall(ports: readonly PortSpec[], version: number): void {
    if (version < this.#lastOpenedVersion) return;
    for (const port of ports) {
      if (!isFromRange(port)) continue;
      this.#lastOpened.set(port.protocol, port.publishedPort);
      this.#lastOpenedVersion = version;
    }
  }

  /**
   * All ports of a service: as the spec says, open ones as they were before or, where there were none, new ones. What
   * is chosen is nobody's until it is set.
   *
   * @param held What the service has so far.
   * @param busy Open ports are none of these, as somebody else listens on them.
   */
  choose(
    serviceId: string,
    spec: readonly PortSpec[],
    held: readonly PortSpec[],
    busy: () => ReadonlySet<PortKey> = () => NO_PORTS,
  ): ChosenPorts {
    const kept = keptPorts(spec, held);
    const chosen: PortSpec[] = [];
    for (const port of kept) {
      const byServiceId = this.#whoHas(port, serviceId, chosen);
      if (byServiceId !== undefined) return { taken: port, byServiceId };
      chosen.push(port);
    }
    const isOpen = (port: PortSpec): boolean => isIngressPort(port) && port.publishedPort === 0;
    const avoided = chosen.some(isOpen) ? busy() : NO_PORTS;
    for (const [at, port] of chosen.entries()) {
      if (!isOpen(port)) continue;
      const publishedPort = this.#nextOpen(port.protocol, chosen, avoided);
      if (publishedPort === undefined) return { noneLeft: port.protocol };
      chosen[at] = { ...port, publishedPort };
    }
    return { ports: chosen };
  }

  /**
   * What earlier revisions of a service asked for, besides what it has now: as its tasks of those revisions serve it
   * still. Open ports only with the numbers that they have.
   *
   * @param held What the service has so far.
   */
  keep(
    serviceId: string,
    specs: readonly (readonly PortSpec[])[],
    held: readonly PortSpec[],
    own: readonly PortSpec[],
  ): KeptPorts {
    // Also one of mode host that tasks of the present revision are to bind by themselves.
    const others = held.filter((port) => !own.some((each) => isSameHostPort(each, port)));
    const ports: PortSpec[] = [];
    let isAnyTaken = false;
    for (const port of specs.flatMap((spec) => keptPorts(spec, others))) {
      if (!isIngressPort(port) || port.publishedPort === 0) continue;
      if ([...own, ...ports].some((each) => isSameHostPort(each, port))) continue;
      if (this.#whoHas(port, serviceId, []) === undefined) ports.push(port);
      else isAnyTaken = true;
    }
    return { ports, isAnyTaken };
  }

  #nextOpen(
    protocol: PortProtocol,
    chosen: readonly PortSpec[],
    busy: ReadonlySet<PortKey>,
  ): number | undefined {
    const count = LAST_OPEN_PORT - FIRST_OPEN_PORT + 1;
    const last = this.#lastOpened.get(protocol) ?? FIRST_OPEN_PORT - 1;
    for (let step = 1; step <= count; step++) {
      const port = FIRST_OPEN_PORT + ((last - FIRST_OPEN_PORT + step) % count);
      const key: PortKey = `${protocol} ${port}`;
      if (busy.has(key) || this.#holdersByPort.has(key)) continue;
      if (chosen.some((each) => each.protocol === protocol && each.publishedPort === port)) continue;
      this.#lastOpened.set(protocol, port);
      return port;
    }
    return undefined;
  }

  /** Who is in the way of the port for this service, which may be itself. */
  #whoHas(port: PortSpec, serviceId: string, chosen: readonly PortSpec[]): string | undefined {
    const { protocol, publishedPort, hostIp } = port;
    if (!isIngressPort(port) || publishedPort === 0) return undefined;
    const holders = this.#holdersByPort.get(`${protocol} ${publishedPort}`) ?? [];
    const other = holders.find(
      (each) => each.serviceId !== serviceId && isSameHostAddress(each.hostIp, hostIp),
    );
    if (other !== undefined) return other.serviceId;
    return chosen.some((each) => isSamePort(each, port)) ? serviceId : undefined;
  }

  #release(serviceId: string, { protocol, publishedPort }: PortSpec): void {
    const key: PortKey = `${protocol} ${publishedPort}`;
    const rest = (this.#holdersByPort.get(key) ?? []).filter((holder) => holder.serviceId !== serviceId);
    if (rest.length > 0) this.#holdersByPort.set(key, rest);
    else this.#holdersByPort.delete(key);
  }
}

/** The ports of the spec, open ones with the number that one like them had: of the same protocol and target. */
export function keptPorts(spec: readonly PortSpec[], held: readonly PortSpec[]): readonly PortSpec[] {
  // While a service moves between an open port and a named one it has both: the open one has its number from the range.
  const left = held
    .filter(({ publishedPort }) => publishedPort !== 0)
    .toSorted((a, b) => Number(isFromRange(b)) - Number(isFromRange(a)));
  const named = new Set(spec.map(({ protocol, publishedPort }) => `${protocol} ${publishedPort}`));
  return spec.map((port) => {
    if (!isIngressPort(port) || port.publishedPort !== 0) return port;
    const at = left.findIndex(
      (other) =>
        isIngressPort(other) &&
        other.protocol === port.protocol &&
        other.targetPort === port.targetPort &&
        !named.has(`${other.protocol} ${other.publishedPort}`),
    );
    const [before] = at < 0 ? [] : left.splice(at, 1);
    return before === undefined ? port : { ...port, publishedPort: before.publishedPort };
  });
}

function isFromRange({ publishedPort }: PortSpec): boolean {
  return publishedPort >= FIRST_OPEN_PORT && publishedPort <= LAST_OPEN_PORT;
}

/** The ports on which others than this cluster listen, on some node. */
export function busyPorts(nodes: Iterable<Node>): ReadonlySet<PortKey> {
  const busy = new Set<PortKey>();
  for (const { description } of nodes)
    for (const { protocol, port } of description?.networking?.usedPorts ?? [])
      busy.add(`${protocol} ${port}`);
  return busy;
}

function isSamePort(a: PortSpec, b: PortSpec): boolean {
  const isSameNumber = a.protocol === b.protocol && a.publishedPort === b.publishedPort;
  return isSameNumber && isIngressPort(a) && isIngressPort(b) && isSameHostAddress(a.hostIp, b.hostIp);
}

/**
 * Which ports a service may publish.
 */
import { type EndpointSpec, EndpointSpecCodec, type PortSpec } from '../gen/objects.js';
import { parseAddress } from './address.js';
import { demand, refuse, refuseUnbuilt } from './refusal.js';

const FIELD = 'publish';
const HIGHEST_PORT = 65_535;
const EVERY_ADDRESS: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

/** Throws input.invalid or not-supported; without an endpoint there are no ports. */
export function validateEndpointSpec(endpoint: EndpointSpec = EndpointSpecCodec.create()): EndpointSpec {
  const { ports } = endpoint;
  for (const port of ports) checkPort(port);
  for (const [at, port] of ports.entries())
    for (const earlier of ports.slice(0, at))
      if (isSameHostPort(port, earlier)) refuse(FIELD, 'the same port is published twice', textOf(port));
  return endpoint;
}

/** As users write it: published:target/protocol. */
function textOf({ publishedPort, targetPort, protocol }: PortSpec): string {
  return `${publishedPort === 0 ? '' : `${publishedPort}:`}${targetPort}/${protocol}`;
}

function checkPort(port: PortSpec): void {
  if (port.publishMode === 'ingress') refuseUnbuilt('ingress published ports (mode=host is)');
  const isPort = (number: number): boolean =>
    Number.isInteger(number) && number >= 0 && number <= HIGHEST_PORT;
  demand(
    isPort(port.targetPort) && port.targetPort !== 0,
    FIELD,
    `target port must be 1 to ${HIGHEST_PORT}`,
    textOf(port),
  );
  demand(isPort(port.publishedPort), FIELD, `published port must be at most ${HIGHEST_PORT}`, textOf(port));
  if (port.hostIp !== '')
    demand(parseAddress(port.hostIp) !== undefined, FIELD, 'host address must be an IP address', port.hostIp);
}

/** Whether both cannot be bound on one host; a port that may be any is no conflict. */
export function isSameHostPort(a: PortSpec, b: PortSpec): boolean {
  return (
    a.publishedPort !== 0 &&
    a.publishedPort === b.publishedPort &&
    a.protocol === b.protocol &&
    (a.hostIp === b.hostIp || EVERY_ADDRESS.has(a.hostIp) || EVERY_ADDRESS.has(b.hostIp))
  );
}

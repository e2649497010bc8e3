/**
 * How a service may be reached: which ports it may publish, and how its name may lead to its tasks.
 */
import { type EndpointSpec, EndpointSpecCodec, type PortSpec } from '../gen/objects.js';
import { type Address, parseAddress } from './address.js';
import { isIngressPort } from './network.js';
import { demand, refuse } from './refusal.js';

const FIELD = 'publish';
const HIGHEST_PORT = 65_535;
const LONGEST_DRAIN_MS = 3_600_000;

/** Throws input.invalid; without an endpoint there are no ports, and the mode is vip. */
export function validateEndpointSpec(endpoint: EndpointSpec = EndpointSpecCodec.create()): EndpointSpec {
  const { ports, mode, drainTimeoutMs } = endpoint;
  for (const port of ports) checkPort(port);
  for (const [at, port] of ports.entries())
    for (const earlier of ports.slice(0, at))
      if (isSameHostPort(port, earlier)) refuse(FIELD, 'the same port is published twice', portText(port));
  const onEveryNode = ports.find(isIngressPort);
  if (mode === 'dnsrr' && onEveryNode !== undefined)
    refuse(
      'endpoint-mode',
      `dnsrr does not go with ports published on every node, and ${portText(onEveryNode)} is; publish it with mode=host, or leave the endpoint mode vip`,
    );
  if (drainTimeoutMs !== undefined)
    demand(
      Number.isSafeInteger(drainTimeoutMs) && drainTimeoutMs >= 0 && drainTimeoutMs <= LONGEST_DRAIN_MS,
      'drain-timeout',
      'must be from 0s to 1h',
      `${drainTimeoutMs}ms`,
    );
  return endpoint;
}

/** As users write it: published:target/protocol. */
export function portText({ publishedPort, targetPort, protocol }: PortSpec): string {
  return `${publishedPort === 0 ? '' : `${publishedPort}:`}${targetPort}/${protocol}`;
}

/** The host's side alone, as users write it: 8080/tcp, or 127.0.0.1:8080/tcp. */
export function hostPortText({ publishedPort, protocol, hostIp }: PortSpec): string {
  const host = hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  return `${host === '' ? '' : `${host}:`}${publishedPort}/${protocol}`;
}

function checkPort(port: PortSpec): void {
  const isPort = (number: number): boolean =>
    Number.isInteger(number) && number >= 0 && number <= HIGHEST_PORT;
  demand(
    isPort(port.targetPort) && port.targetPort !== 0,
    FIELD,
    `target port must be 1 to ${HIGHEST_PORT}`,
    portText(port),
  );
  demand(isPort(port.publishedPort), FIELD, `published port must be at most ${HIGHEST_PORT}`, portText(port));
  demand(
    port.protocol !== 'sctp' || !isIngressPort(port),
    FIELD,
    'sctp cannot be published on every node; publish it on the nodes the tasks run on, with mode=host',
    portText(port),
  );
  if (port.hostIp !== '')
    demand(parseAddress(port.hostIp) !== undefined, FIELD, 'host address must be an IP address', port.hostIp);
}

/** Whether both cannot be bound on one host; a port that may be any is no conflict. */
export function isSameHostPort(a: PortSpec, b: PortSpec): boolean {
  return (
    a.publishedPort !== 0 &&
    a.publishedPort === b.publishedPort &&
    a.protocol === b.protocol &&
    isSameHostAddress(a.hostIp, b.hostIp)
  );
}

/** Whether what is bound on the one is in the way of the other; empty stands for all addresses. */
export function isSameHostAddress(a: string, b: string): boolean {
  const [one, other] = [a, b].map((hostIp) => parseAddress(hostIp || '::'));
  if (a === b || one === undefined || other === undefined) return a === b;
  // The unspecified IPv6 address stands for IPv4 as well.
  if (isUnspecified(one) && one.family === 6) return true;
  if (isUnspecified(other) && other.family === 6) return true;
  return (
    one.family === other.family && (one.value === other.value || isUnspecified(one) || isUnspecified(other))
  );
}

function isUnspecified({ value }: Address): boolean {
  return value === 0n;
}

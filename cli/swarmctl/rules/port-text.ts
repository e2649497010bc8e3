/**
 * Published ports as tables show them.
 */
import type { PortSpec } from '../../../proto/gen/objects.js';

/** "*:8080->80/tcp,[::1]:53->53/udp": each port by itself. */
export function portsText(ports: readonly PortSpec[]): string {
  return ports.map((port) => portText({ from: port, count: 1 })).join(',');
}

/** "*:8000-8010->9000-9010/tcp, *:53->53/udp": ports in a row together, as in a list of services. */
export function portRangesText(ports: readonly PortSpec[]): string {
  const ordered = ports.toSorted(
    (a, b) =>
      compareText(a.protocol, b.protocol) ||
      compareText(a.hostIp, b.hostIp) ||
      a.publishedPort - b.publishedPort ||
      a.targetPort - b.targetPort,
  );
  const ranges: PortRange[] = [];
  for (const port of ordered) {
    const last = ranges.at(-1);
    if (last !== undefined && goesOn(last, port)) ranges.splice(-1, 1, { ...last, count: last.count + 1 });
    else ranges.push({ from: port, count: 1 });
  }
  return ranges.map(portText).join(', ');
}

interface PortRange {
  readonly from: PortSpec;
  readonly count: number;
}

function goesOn({ from, count }: PortRange, port: PortSpec): boolean {
  return (
    from.publishedPort !== 0 &&
    port.publishedPort === from.publishedPort + count &&
    port.targetPort === from.targetPort + count &&
    port.protocol === from.protocol &&
    port.hostIp === from.hostIp
  );
}

function portText({ from, count }: PortRange): string {
  const { hostIp, publishedPort, targetPort, protocol } = from;
  const host = hostIp === '' ? '*' : hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  const range = (port: number): string => (count === 1 ? String(port) : `${port}-${port + count - 1}`);
  return publishedPort === 0
    ? `${targetPort}/${protocol}`
    : `${host}:${range(publishedPort)}->${range(targetPort)}/${protocol}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

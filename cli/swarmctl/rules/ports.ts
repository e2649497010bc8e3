/**
 * --publish values → port specs. The short form and the long one say the same; ranges become one port each.
 */
import {
  PORT_PROTOCOLS,
  type PortProtocol,
  type PortSpec,
  PortSpecCodec,
} from '../../../proto/gen/objects.js';
import { complaint } from './complaint.js';
import { parseOptions } from './value-texts.js';

const SHORT =
  /^(?:(\d+(?:\.\d+){3}|\[[\da-fA-F:.]+\]):)?(?:(\d+(?:-\d+)?):)?(\d+(?:-\d+)?)(?:\/([a-zA-Z]+))?$/;
const HIGHEST_PORT = 65_535;

/** Ports that are published together: as many as there are targets, or all for the one target. */
interface Publication {
  readonly published: readonly number[];
  readonly targets: readonly number[];
  readonly rest: Pick<PortSpec, 'protocol' | 'publishMode' | 'hostIp'>;
}

/** "8080:80", "127.0.0.1:53:53/udp", "8000-8010:9000-9010" or "published=8080,target=80,mode=host". */
export function parsePublish(flag: string, text: string): readonly PortSpec[] {
  const { published, targets, rest } = text.includes('=') ? longForm(flag, text) : shortForm(flag, text);
  const count = Math.max(published.length, targets.length);
  if (published.length > 0 && targets.length > 1 && published.length !== targets.length)
    throw complaint(flag, 'needs as many published ports as target ports', text);
  return Array.from({ length: count }, (_, at) =>
    PortSpecCodec.create({
      ...rest,
      publishedPort: published[at] ?? 0,
      targetPort: targets[targets.length === 1 ? 0 : at] ?? 0,
    }),
  );
}

/** "80", "80/udp", "8080:80": what ends; without a protocol, every protocol, and so with the published port. */
export function parsePublishRemoval(flag: string, text: string): (port: PortSpec) => boolean {
  const match = /^(?:(\d+(?:-\d+)?):)?(\d+(?:-\d+)?)(?:\/([a-zA-Z]+))?$/.exec(text);
  if (match === null) throw complaint(flag, 'must be a target port such as 80 or 80/udp', text);
  const published = match[1] === undefined ? undefined : parsePorts(flag, text, match[1]);
  const targets = parsePorts(flag, text, match[2] ?? '');
  const protocol = match[3] === undefined ? undefined : parseProtocol(flag, text, match[3]);
  return (port) =>
    targets.includes(port.targetPort) &&
    (published === undefined || published.includes(port.publishedPort)) &&
    (protocol === undefined || port.protocol === protocol);
}

function shortForm(flag: string, text: string): Publication {
  const match = SHORT.exec(text);
  if (match === null)
    throw complaint(
      flag,
      'must be such as 8080:80, 8080:80/udp or published=8080,target=80,protocol=tcp,mode=host',
      text,
    );
  const [, address = '', published, target = '', protocol = 'tcp'] = match;
  return {
    published: published === undefined ? [] : parsePorts(flag, text, published),
    targets: parsePorts(flag, text, target),
    rest: {
      protocol: parseProtocol(flag, text, protocol),
      publishMode: 'ingress',
      hostIp: address.replaceAll(/[[\]]/g, ''),
    },
  };
}

function longForm(flag: string, text: string): Publication {
  let made: Publication = {
    published: [],
    targets: [],
    rest: { protocol: 'tcp', publishMode: 'ingress', hostIp: '' },
  };
  for (const [key, value = ''] of parseOptions(flag, text)) made = withField(flag, text, made, key, value);
  if (made.targets.length === 0) throw complaint(flag, 'needs target=PORT', text);
  return made;
}

function withField(flag: string, text: string, made: Publication, key: string, value: string): Publication {
  const { rest } = made;
  switch (key) {
    case 'target':
      return { ...made, targets: parsePorts(flag, text, value) };
    case 'published':
      return { ...made, published: value === '0' ? [] : parsePorts(flag, text, value) };
    case 'protocol':
      return { ...made, rest: { ...rest, protocol: parseProtocol(flag, text, value) } };
    case 'mode':
      if (value !== 'host' && value !== 'ingress')
        throw complaint(flag, 'mode must be host or ingress', text);
      return { ...made, rest: { ...rest, publishMode: value } };
    case 'host-ip':
    case 'host_ip':
      if (!/^[\d.]+$|^[\da-fA-F:.]*:[\da-fA-F:.]*$/.test(value))
        throw complaint(flag, 'host-ip must be an IP address', text);
      return { ...made, rest: { ...rest, hostIp: value } };
    default:
      throw complaint(flag, `"${key}" is not one of target, published, protocol, mode, host-ip`, text);
  }
}

/** "80" or "8000-8010". */
function parsePorts(flag: string, text: string, value: string): readonly number[] {
  const [first = '', last = first] = value.split('-', 2);
  const [from, to] = [parsePort(flag, text, first), parsePort(flag, text, last)];
  if (from > to) throw complaint(flag, `"${value}" is a range whose end is before its beginning`, text);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function parsePort(flag: string, text: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > HIGHEST_PORT)
    throw complaint(flag, `"${value}" is not a port from 1 to ${HIGHEST_PORT}`, text);
  return port;
}

function parseProtocol(flag: string, text: string, value: string): PortProtocol {
  const protocol = PORT_PROTOCOLS.find((known) => known === value.toLowerCase());
  if (protocol === undefined) throw complaint(flag, 'protocol must be tcp, udp or sctp', text);
  return protocol;
}

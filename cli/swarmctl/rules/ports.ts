/**
 * --publish values → port specs. The short form asks for the routing mesh, which is not built yet, so it is
 * refused with the long form that works.
 */
import {
  PORT_PROTOCOLS,
  type PortProtocol,
  type PortSpec,
  PortSpecCodec,
} from '../../../proto/gen/objects.js';
import { complaint } from './complaint.js';
import { parseOptions } from './value-texts.js';

const SHORT = /^(?:\d+(?:\.\d+){3}:|\[[\da-fA-F:.]+\]:)?(?:(\d+)(?:-\d+)?:)?(\d+)(?:-\d+)?(?:\/([a-z]+))?$/;

/** "published=8080,target=80,mode=host[,protocol=udp][,host-ip=10.0.0.7]" */
export function parsePublish(flag: string, text: string): PortSpec {
  if (!text.includes('=')) throw refuseShortForm(flag, text);
  let port = PortSpecCodec.create({ publishMode: 'ingress' });
  for (const [key, value = ''] of parseOptions(flag, text)) {
    port = { ...port, ...portField(flag, text, key, value) };
  }
  if (port.targetPort === 0) throw complaint(flag, 'needs target=PORT', text);
  if (port.publishMode !== 'host') throw refuseIngress(flag, text, port);
  return port;
}

/** "80", "80/udp": the target port whose publishing ends; without a protocol, every protocol. */
export function parsePublishRemoval(flag: string, text: string): (port: PortSpec) => boolean {
  const match = /^(?:\d+:)?(\d+)(?:\/([a-z]+))?$/.exec(text);
  if (match === null) throw complaint(flag, 'must be a target port such as 80 or 80/udp', text);
  const targetPort = parsePort(flag, text, match[1] ?? '');
  const protocol = match[2] === undefined ? undefined : parseProtocol(flag, text, match[2]);
  return (port) => port.targetPort === targetPort && (protocol === undefined || port.protocol === protocol);
}

function portField(flag: string, text: string, key: string, value: string): Partial<PortSpec> {
  switch (key) {
    case 'target':
      return { targetPort: parsePort(flag, text, value) };
    case 'published':
      return { publishedPort: value === '0' ? 0 : parsePort(flag, text, value) };
    case 'protocol':
      return { protocol: parseProtocol(flag, text, value) };
    case 'mode':
      if (value !== 'host' && value !== 'ingress')
        throw complaint(flag, 'mode must be host or ingress', text);
      return { publishMode: value };
    case 'host-ip':
    case 'host_ip':
      if (!/^[\d.]+$|^[\da-fA-F:.]*:[\da-fA-F:.]*$/.test(value))
        throw complaint(flag, 'host-ip must be an IP address', text);
      return { hostIp: value };
    default:
      throw complaint(flag, `"${key}" is not one of target, published, protocol, mode, host-ip`, text);
  }
}

function parsePort(flag: string, text: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535)
    throw complaint(flag, `"${value}" is not a port from 1 to 65535`, text);
  return port;
}

function parseProtocol(flag: string, text: string, value: string): PortProtocol {
  const protocol = PORT_PROTOCOLS.find((known) => known === value.toLowerCase());
  if (protocol === undefined) throw complaint(flag, 'protocol must be tcp, udp or sctp', text);
  return protocol;
}

function refuseShortForm(flag: string, text: string): Error {
  const match = SHORT.exec(text);
  if (match === null)
    return complaint(flag, 'must be such as published=8080,target=80,protocol=tcp,mode=host', text);
  const targetPort = parsePort(flag, text, match[2] ?? '');
  const publishedPort = match[1] === undefined ? 0 : parsePort(flag, text, match[1]);
  const protocol = match[3] === undefined ? 'tcp' : parseProtocol(flag, text, match[3]);
  return refuseIngress(flag, text, PortSpecCodec.create({ targetPort, publishedPort, protocol }));
}

function refuseIngress(flag: string, text: string, port: PortSpec): Error {
  const published = port.publishedPort === 0 ? '' : `published=${port.publishedPort},`;
  const protocol = port.protocol === 'tcp' ? '' : `,protocol=${port.protocol}`;
  return complaint(
    flag,
    'publish mode ingress (the default) is not supported yet; publish on the nodes the tasks run on: ' +
      `${flag} ${published}target=${port.targetPort}${protocol},mode=host`,
    text,
  );
}

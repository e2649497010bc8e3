/**
 * Flags about networks: what `network create` asks for, and which networks a service is attached to.
 */
import {
  type NetworkAttachmentConfig,
  type NetworkSpec,
  NetworkSpecCodec,
  type SubnetSpec,
} from '../../../proto/gen/objects.js';
import { contains, parseAddress, parseSubnet } from '../../../proto/model/address.js';
import { checkNetworkDriver, validateNetworkSpec } from '../../../proto/model/network-spec.js';
import { complaint } from './complaint.js';
import type { FlagValues } from './flag-values.js';
import type { ListChange } from './list-flags.js';
import { type Networks, networkIdOf } from './network-names.js';
import { parseOptions, parsePairs } from './value-texts.js';

/** What `network create` sends. Throws input.invalid. */
export function newNetworkSpec(name: string, flags: FlagValues): NetworkSpec {
  const driver = flags.text('driver');
  if (driver !== undefined) checkNetworkDriver(driver);
  return validateNetworkSpec(
    NetworkSpecCodec.create({
      name,
      labels: parsePairs('--label', flags.list('label')),
      driverOptions: parsePairs('--opt', flags.list('opt')),
      subnets: parseSubnets(flags),
      internal: flags.isOn('internal'),
      attachable: flags.isOn('attachable'),
      ingress: flags.isOn('ingress'),
      ipv6: flags.isOn('ipv6'),
    }),
  );
}

/** Each range and gateway belongs to the subnet that it lies in. */
function parseSubnets(flags: FlagValues): readonly SubnetSpec[] {
  const subnets = new Map(flags.list('subnet').map((subnet) => [subnet, { subnet, range: '', gateway: '' }]));
  for (const [name, field] of [
    ['ip-range', 'range'],
    ['gateway', 'gateway'],
  ] as const)
    for (const text of flags.list(name)) {
      const around = [...subnets.values()].find(({ subnet }) => liesIn(text, subnet));
      if (around === undefined) throw complaint(`--${name}`, 'needs a --subnet that it lies in', text);
      if (around[field] !== '')
        throw complaint(`--${name}`, `there is one for ${around.subnet} already`, text);
      subnets.set(around.subnet, { ...around, [field]: text });
    }
  return [...subnets.values()];
}

function liesIn(text: string, subnetText: string): boolean {
  const subnet = parseSubnet(subnetText);
  const address = parseSubnet(text)?.base ?? parseAddress(text);
  return subnet !== undefined && address !== undefined && contains(subnet, address);
}

/** The networks after the change; those that are added go by id where they are known. */
export function changedNetworks(
  networks: readonly NetworkAttachmentConfig[],
  change: ListChange,
  known: Networks,
): readonly NetworkAttachmentConfig[] {
  return change.applied(networks, {
    parse: (flag, text) => parseAttachment(flag, text, known),
    keyOf: ({ networkId }) => networkId,
    removalKey: (_flag, text) => networkIdOf(known, text),
  });
}

/** "backend", or "name=backend,alias=db,alias=store". */
function parseAttachment(flag: string, text: string, known: Networks): NetworkAttachmentConfig {
  if (!text.includes('=')) return { networkId: networkIdOf(known, text), aliases: [] };
  let name = '';
  const aliases: string[] = [];
  for (const [key, value = ''] of parseOptions(flag, text)) {
    if (key === 'name') name = value;
    else if (key === 'alias') aliases.push(value);
    else throw complaint(flag, `"${key}" is not one of name, alias`, text);
  }
  if (name === '') throw complaint(flag, 'needs name=NETWORK', text);
  return { networkId: networkIdOf(known, name), aliases };
}

/**
 * The commands about networks.
 */
import {
  type CommandSpec,
  filterFlag,
  FORMAT,
  INSPECT_FORMAT,
  list,
  NO_TRUNC,
  PRETTY,
  QUIET_IDS,
  refusedSettings,
  refusedToggles,
  setting,
  toggle,
} from './command-spec.js';

export const NETWORK_FILTERS = ['id', 'label', 'name'] as const;

export const NETWORK_COMMANDS: readonly CommandSpec[] = [
  {
    path: 'network create',
    summary: 'Make a network that reaches over all nodes',
    arguments: '<name>',
    flags: [
      toggle('attachable', 'containers that are not tasks may be attached'),
      setting('driver', 'name', 'overlay, which it is anyway', { short: 'd', words: ['overlay'] }),
      list('gateway', 'address', 'address in a subnet that no task is given'),
      toggle('ingress', 'make the network that carries published ports between nodes'),
      toggle('internal', 'nothing leads out of it'),
      list('ip-range', 'subnet', 'part of a subnet that addresses are given from'),
      toggle('ipv6', 'give IPv6 addresses, too'),
      list('label', 'key=value', 'label of the network; may be repeated'),
      list('opt', 'key=value', 'option: encrypted, or com.docker.network.driver.mtu=BYTES', {
        short: 'o',
        words: ['encrypted', 'com.docker.network.driver.mtu='],
      }),
      list('subnet', 'subnet', 'its addresses, such as 10.1.0.0/24; of IPv4 and of IPv6 at most one each'),
      ...refusedSettings('aux-address', 'config-from', 'ipam-driver', 'ipam-opt', 'scope'),
      ...refusedToggles('config-only', 'ipv4'),
    ],
    examples: [
      'network create backend',
      'network create --subnet 10.1.0.0/24 --gateway 10.1.0.1 --label tier=db backend',
    ],
  },
  {
    path: 'network ls',
    summary: 'List the networks',
    flags: [filterFlag(NETWORK_FILTERS), FORMAT, NO_TRUNC, QUIET_IDS],
    examples: ['network ls', 'network ls --filter label=tier=db -q'],
  },
  {
    path: 'network inspect',
    summary: 'Show everything about networks, and who is on them',
    arguments: '<network...>',
    flags: [
      INSPECT_FORMAT,
      PRETTY,
      toggle('verbose', 'with the services, tasks and nodes that have an address on it', { short: 'v' }),
    ],
    examples: ['network inspect backend', 'network inspect --pretty backend'],
  },
  {
    path: 'network doctor',
    summary: 'Look on every node whether its networks are as they should be',
    arguments: '[node...]',
    flags: [],
    examples: ['network doctor', 'network doctor host2'],
  },
  {
    path: 'network rm',
    summary: 'Remove networks that nobody uses any more',
    arguments: '<network...>',
    flags: [toggle('force', 'a network that is not there is no error', { short: 'f' })],
    examples: ['network rm backend'],
  },
];

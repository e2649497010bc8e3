/**
 * What a user may ask of the cluster as a whole. Fields are called as the flags of `swarm init` and
 * `swarm update` are.
 */
import type { ClusterSpec } from '../gen/objects.js';
import { contains, overlaps, parseSubnet, type Subnet } from './address.js';
import { checkDuration, checkLabels } from './input-check.js';
import { DEFAULT_SUBNET_PREFIX_BITS, TUNNEL_PORTS } from './network.js';
import { readSubnet } from './network-spec.js';
import { demand } from './refusal.js';

const HOUR_MS = 3_600_000;
/** Six heartbeats decide that a node is down: below this a slip of the unit, or a pause of a machine, empties nodes. */
const LEAST_HEARTBEAT_MS = 500;
const MOST_HISTORY = 2 ** 31 - 1;

/** Throws input.invalid for the first thing that is wrong; the placement strategy has no wrong values. */
export function validateClusterSpec(spec: ClusterSpec): ClusterSpec {
  checkLabels(spec.labels, 'label');
  const { heartbeatPeriodMs, nodeCertificateValidityMs, taskHistoryLimit } = spec;
  demand(
    heartbeatPeriodMs >= LEAST_HEARTBEAT_MS && heartbeatPeriodMs <= HOUR_MS,
    'dispatcher-heartbeat',
    `must be from ${LEAST_HEARTBEAT_MS}ms to 1h`,
    `${heartbeatPeriodMs}ms`,
  );
  checkDuration(nodeCertificateValidityMs, 'cert-expiry');
  demand(
    nodeCertificateValidityMs >= HOUR_MS,
    'cert-expiry',
    'must be at least 1h',
    `${nodeCertificateValidityMs}ms`,
  );
  demand(
    Number.isSafeInteger(taskHistoryLimit) && Math.abs(taskHistoryLimit) <= MOST_HISTORY,
    'task-history-limit',
    `must be a whole number, at most ${MOST_HISTORY}; a negative one keeps all`,
    taskHistoryLimit,
  );
  checkPools(spec);
  checkDataPathPort(spec.dataPathPort);
  return spec;
}

/** Addresses that no machine outside has, so that nobody is out of reach for containers (RFC 1918, 6598, 2544). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '198.18.0.0/15'];
/** Of a subnet with fewer addresses, nodes alone would use up most. */
const MOST_PREFIX_BITS = 29;
const POOL = 'default-addr-pool';

/** None at all, and a length of 0, stand for the defaults. */
function checkPools({ addressPools, subnetPrefixBits }: ClusterSpec): void {
  const bits = subnetPrefixBits || DEFAULT_SUBNET_PREFIX_BITS;
  demand(
    bits <= MOST_PREFIX_BITS,
    `${POOL}-mask-length`,
    `must be at most ${MOST_PREFIX_BITS}`,
    subnetPrefixBits,
  );
  const pools = new Map<string, Subnet>();
  for (const text of addressPools) {
    const pool = checkPool(text);
    for (const [other, earlier] of pools)
      demand(!overlaps(pool, earlier), POOL, `overlaps ${other}; leave one of them out`, text);
    demand(
      pool.prefixBits <= bits,
      POOL,
      `is smaller than the subnets it is for, of ${bits} bits; give a larger one, or --${POOL}-mask-length`,
      text,
    );
    pools.set(text, pool);
  }
  demand(
    addressPools.length > 0 || bits >= DEFAULT_POOL_BITS,
    `${POOL}-mask-length`,
    `must be at least ${DEFAULT_POOL_BITS}, as the default pool has`,
    subnetPrefixBits,
  );
}

const DEFAULT_POOL_BITS = 8;

function checkPool(text: string): Subnet {
  const pool = readSubnet(text, POOL);
  demand(
    pool.base.family === 4,
    POOL,
    'must be of IPv4; an IPv6 subnet is given to each network: swarmctl network create --ipv6 --subnet …',
    text,
  );
  const isPrivate = PRIVATE.some((each) => {
    const range = parseSubnet(each);
    return range !== undefined && range.prefixBits <= pool.prefixBits && contains(range, pool.base);
  });
  demand(
    isPrivate,
    POOL,
    `must be of private addresses, in ${PRIVATE.join(', ')}: containers could not reach who has them outside`,
    text,
  );
  return pool;
}

/** The range of Docker Swarm's; 0 stands for the default. */
const DATA_PATH_PORTS = { least: 1024, most: 49_151 } as const;

function checkDataPathPort(port: number): void {
  const { least, most } = DATA_PATH_PORTS;
  demand(
    port === 0 || (port >= least && port <= most),
    'data-path-port',
    `must be from ${least} to ${most}`,
    port,
  );
  const isTunnels = TUNNEL_PORTS.some((other) => other === port);
  demand(!isTunnels, 'data-path-port', 'is where encrypted networks travel; choose another', port);
}

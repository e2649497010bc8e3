/**
 * What must hold of addresses and ports in any state of the cluster, whoever leads: one user each, inside the
 * network, and nobody is placed without what it needs.
 */
import assert from 'node:assert/strict';
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { NetworkAttachment } from '../../proto/gen/objects.js';
import { contains, overlaps, parseAddress, parseSubnet } from '../../proto/model/address.js';
import { isIngressPort, needsNetworks, usesIngress } from '../../proto/model/network.js';
import { hasEnded, stateOf } from '../../proto/model/task.js';

interface Held extends NetworkAttachment {
  readonly holder: string;
}

/** Everybody who has an address now: tasks that have not ended, nodes and services. */
export function heldAddresses(view: ClusterView): readonly Held[] {
  const held: Held[] = [];
  const add = (holder: string, attachments: readonly NetworkAttachment[] = []): void => {
    for (const attachment of attachments) held.push({ ...attachment, holder });
  };
  for (const task of view.tasks()) if (!hasEnded(task)) add(`task ${task.id}`, task.allocation?.attachments);
  for (const node of view.nodes()) add(`node ${node.id}`, node.allocation?.attachments);
  for (const { id, allocation } of view.services()) add(`service ${id}`, allocation?.virtualAddresses);
  return held;
}

export function checkAddresses(view: ClusterView): void {
  const holderByAddress = new Map<string, string>();
  for (const { networkId, address, address6, holder } of heldAddresses(view)) {
    for (const each of address6 === '' ? [address] : [address, address6]) {
      const key = `${networkId} ${each}`;
      const other = holderByAddress.get(key);
      assert.ok(other === undefined, `${each} is held by ${other} and by ${holder}`);
      holderByAddress.set(key, holder);
      checkInside(view, networkId, each, holder);
    }
  }
  checkBlocks(view);
  checkPorts(view);
  checkTasks(view);
}

/** Nothing that anybody has, the gateway included, lies in a block, and no two blocks overlap. */
function checkBlocks(view: ClusterView): void {
  const held = heldAddresses(view).filter(({ networkId }) => view.network(networkId) !== undefined);
  for (const { networkId, block, block6, holder } of held) {
    for (const text of [block, block6].filter((each) => each !== '')) {
      const subnet = parseSubnet(text);
      assert.ok(subnet, `${text} of ${holder}`);
      const isInside = (address: string): boolean => {
        const parsed = parseAddress(address);
        return parsed !== undefined && contains(subnet, parsed);
      };
      for (const other of held.filter((each) => each.networkId === networkId)) {
        const own = [other.address, other.address6];
        assert.ok(!own.some(isInside), `${own.join()} of ${other.holder} lies in ${text} of ${holder}`);
        for (const each of [other.block, other.block6].flatMap((range) => parseSubnet(range) ?? []))
          assert.ok(
            other.holder === holder || !overlaps(subnet, each),
            `${text}: ${holder}, ${other.holder}`,
          );
      }
      const { subnets = [] } = view.network(networkId)?.allocation ?? {};
      for (const { gateway } of subnets) assert.ok(!isInside(gateway), `${gateway} lies in ${text}`);
    }
  }
}

function checkInside(view: ClusterView, networkId: string, address: string, holder: string): void {
  const network = view.network(networkId);
  // What is left of a network that was removed is in nobody's way.
  if (network === undefined) return;
  const parsed = parseAddress(address);
  assert.ok(parsed, `${address} of ${holder}`);
  const subnet = network.allocation?.subnets.find(({ range }) => {
    const part = parseSubnet(range);
    return part !== undefined && contains(part, parsed);
  });
  assert.ok(subnet, `${address} of ${holder} is in no range of ${network.spec?.name}`);
  assert.notEqual(subnet.gateway, address, `${holder} has the address of the gateway`);
}

function checkPorts(view: ClusterView): void {
  const serviceByPort = new Map<string, string>();
  for (const { id, allocation } of view.services()) {
    for (const { protocol, publishedPort, hostIp } of (allocation?.ports ?? []).filter(isIngressPort)) {
      const key = `${hostIp} ${publishedPort}/${protocol}`;
      const other = serviceByPort.get(key);
      assert.ok(other === undefined, `${key} is published by ${other} and by ${id}`);
      serviceByPort.set(key, id);
    }
  }
}

/** A task that was ever pending has an address on each of its networks. */
function checkTasks(view: ClusterView): void {
  for (const task of view.tasks()) {
    const spec = view.revision(task.serviceId, task.revision)?.spec;
    if (stateOf(task) === 'new' || hasEnded(task) || !needsNetworks(spec)) continue;
    const attachments = task.allocation?.attachments ?? [];
    const networkIds = new Set(spec?.task?.networks.map(({ networkId }) => networkId));
    const wanted = networkIds.size + (usesIngress(spec) ? 1 : 0);
    assert.ok(
      attachments.length >= wanted,
      `${task.id} is ${stateOf(task)} with ${attachments.length} addresses`,
    );
  }
}

/**
 * Ports that are published on every node, held against other programs of the node by real sockets.
 */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { PortHolder } from '../../agent/network/port-holder.js';
import { type PortSpec, PortSpecCodec, type UsedPort } from '../../proto/gen/objects.js';

const udp = (publishedPort: number): PortSpec =>
  PortSpecCodec.create({ protocol: 'udp', targetPort: 53, publishedPort, publishMode: 'ingress' });

describe('a port that is published on every node', () => {
  let usedPorts: readonly UsedPort[] = [];
  const holder = new PortHolder({ usedPorts: () => usedPorts });

  afterEach(() => holder.releaseAll());

  it('is held unless another program has it, and taken when that lets go of it', async () => {
    const other = createSocket('udp6');
    other.bind(0, '::');
    await once(other, 'listening');
    const { port } = other.address();
    const refused = await holder.hold([udp(port)]);
    assert.deepEqual([...refused.held], []);
    assert.deepEqual(refused.problems, [
      `published port ${port}/udp is used by another program on this node`,
    ]);
    other.close();
    await once(other, 'close');
    assert.deepEqual([...(await holder.hold([udp(port)])).held], [`udp . ${port}`]);
  });

  it("is left to this node's name server where it is that of name servers, and to no other", async () => {
    usedPorts = [{ protocol: 'tcp', port: 53, address: '' }];
    assert.deepEqual(await holder.hold([udp(53)]), { held: new Set(['udp . 53']), problems: [] });
    usedPorts = [{ protocol: 'udp', port: 53, address: '127.0.0.53' }];
    assert.deepEqual(await holder.hold([udp(53)]), {
      held: new Set(),
      problems: ['published port 53/udp is used by another program on this node'],
    });
  });
});

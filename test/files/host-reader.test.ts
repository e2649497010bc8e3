/**
 * Reading a real host: this one. What it says is not known beforehand, but that of what this process holds is.
 */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { SystemHostReader } from '../../agent/network/host-reader.js';
import { NodeFacts } from '../../agent/network/node-facts.js';

describe('a real host', () => {
  const reader = new SystemHostReader();

  it('has files and commands, or has not', async () => {
    assert.match((await reader.readText('/proc/self/status')) ?? '', /^CapEff:/m);
    assert.equal(await reader.readText('/proc/self/nothing'), undefined);
    assert.deepEqual([await reader.exists('/proc/self'), await reader.exists('/nowhere')], [true, false]);
    assert.deepEqual([await reader.hasCommand('sh'), await reader.hasCommand('no-such')], [true, false]);
    assert.equal(await reader.run('sh', ['-c', 'echo said']), 'said\n');
    await assert.rejects(reader.run('sh', ['-c', 'exit 3']));
  });

  it('has ports of others and ports of this process, and only those of others are said to be used', async () => {
    const socket = createSocket('udp4');
    socket.bind({ address: '127.77.0.1', port: 5_353 });
    await once(socket, 'listening');
    try {
      const whereabouts = () => ({ own: '127.0.0.1:2377', managers: [] });
      const facts = async (of: SystemHostReader) =>
        await new NodeFacts(
          { dataPathAddress: '' },
          { reader: of, whereabouts, ownPorts: () => [], tunnelKeys: () => Promise.resolve([]) },
        ).read();
      const isUsed = ({ address, port }: { readonly address: string; readonly port: number }): boolean =>
        address === '127.77.0.1' && port === 5_353;
      const own = await facts(reader);
      assert.deepEqual(own.usedPorts.filter(isUsed), []);
      assert.equal(own.dataAddress, '127.0.0.1');
      assert.ok(own.dataMtu >= 1_280, `mtu ${own.dataMtu}`);
      const anothers = new SystemHostReader();
      anothers.ownSocketInodes = async () => new Set();
      assert.equal((await facts(anothers)).usedPorts.filter(isUsed).length, 1);
    } finally {
      socket.close();
    }
  });
});

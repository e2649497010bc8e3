/**
 * The addresses a manager listens on and advertises.
 */
import assert from 'node:assert/strict';
import type { InterfaceAddress } from '../../../agent/network/rules/data-address.js';
import { chooseAdvertised, formatHostPort, parseHostPort } from '../../../cli/swarmd/rules/addresses.js';
import { hasCode } from '../../../proto/base/errors.js';

const anInterface = (interfaceName: string, address: string, internal = false): InterfaceAddress => ({
  interfaceName,
  address,
  family: 'IPv4',
  internal,
});
const ANY = { host: '0.0.0.0', port: 2377 };

describe('an address of a manager', () => {
  for (const [text, host, port] of [
    ['192.0.2.7', '192.0.2.7', 2377],
    ['192.0.2.7:4000', '192.0.2.7', 4000],
    ['manager.example:4000', 'manager.example', 4000],
    ['[2001:db8::7]:4000', '2001:db8::7', 4000],
    ['[2001:db8::7]', '2001:db8::7', 2377],
  ] as const) {
    it(`is read from ${text}`, () => assert.deepEqual(parseHostPort(text, 'HOST:PORT'), { host, port }));
  }

  for (const text of ['', ':2377', 'host:', 'host:0', 'host:65536', 'host:abc', '2001:db8::7', 'a b:1']) {
    it(`is refused when it is "${text}", naming the field`, () =>
      assert.throws(
        () => parseHostPort(text, '--listen-addr'),
        (error) => hasCode(error, 'input.invalid') && error.facts.field === '--listen-addr',
      ));
  }

  it('is written back with brackets around IPv6', () => {
    assert.equal(formatHostPort({ host: '2001:db8::7', port: 1 }), '[2001:db8::7]:1');
    assert.equal(formatHostPort({ host: '192.0.2.7', port: 1 }), '192.0.2.7:1');
  });
});

describe('the advertised address', () => {
  const machine = [
    anInterface('lo', '127.0.0.1', true),
    anInterface('eth0', '192.0.2.7'),
    anInterface('docker0', '172.17.0.1'),
  ];

  it('is the only one of the machine, leaving out loopback and container bridges', () => {
    assert.deepEqual(chooseAdvertised('', ANY, machine), { host: '192.0.2.7', port: 2377 });
  });

  it('is the listening address when that is a certain one', () => {
    const listen = { host: '192.0.2.9', port: 4000 };
    assert.deepEqual(chooseAdvertised('', listen, machine), listen);
  });

  it('is what the user says: an address, one with a port, or an interface', () => {
    assert.deepEqual(chooseAdvertised('203.0.113.1', { ...ANY, port: 4000 }, machine), {
      host: '203.0.113.1',
      port: 4000,
    });
    assert.deepEqual(chooseAdvertised('203.0.113.1:5000', ANY, machine), { host: '203.0.113.1', port: 5000 });
    assert.deepEqual(chooseAdvertised('eth0', ANY, machine), { host: '192.0.2.7', port: 2377 });
  });

  it('must be named when the machine has several, and the refusal lists them', () => {
    const several = [...machine, anInterface('eth1', '198.51.100.7')];
    assert.throws(
      () => chooseAdvertised('', ANY, several),
      (error) =>
        hasCode(error, 'input.invalid') &&
        /192\.0\.2\.7 on eth0, 198\.51\.100\.7 on eth1/.test(error.message),
    );
  });

  it('must be named when the machine has none', () => {
    assert.throws(
      () => chooseAdvertised('', ANY, []),
      (error) => hasCode(error, 'input.invalid'),
    );
  });
});

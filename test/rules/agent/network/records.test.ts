/**
 * What names mean, to whom.
 */
import assert from 'node:assert/strict';
import { type NameIndex, nameIndexOf } from '../../../../agent/network/rules/name-index.js';
import { askerAt, type Meaning, meaningOf, rotated } from '../../../../agent/network/rules/records.js';
import { NAME_TTL_MS } from '../../../../proto/model/network.js';
import { container, endpoint, held, named, overlay } from './held-networks.js';

const FRONT = overlay('front', 1);
const BACK = overlay('Back', 2, { networkId: 'back' });

const INDEX = nameIndexOf(
  held(
    [FRONT, BACK, overlay('ingress', 3, { ingress: true })],
    [
      named('front', 'web', { address: '10.0.1.10', aliases: ['www'] }),
      named('back', 'db', { mode: 'dnsrr', aliases: ['Store'] }),
      named('back', 'empty', { mode: 'dnsrr' }),
      named('front', 'six', { address: '10.0.1.11', address6: 'fd00::11' }),
      named('ingress', 'web', { serviceId: 'web-id' }),
    ],
    [
      endpoint('front', 'web.1', '10.0.1.21'),
      endpoint('front', 'web.2', '10.0.1.22', { serving: false }),
      endpoint('front', 'web.2', '10.0.1.23', { taskId: 'newer' }),
      endpoint('ingress', 'web.1', '10.0.3.21'),
      endpoint('back', 'db.1', '10.0.2.31'),
      endpoint('back', 'db.2', '10.0.2.32'),
      endpoint('front', 'both.1', '10.0.1.41', { serving: false }),
      endpoint('back', 'both.1', '10.0.2.41', { serving: false }),
      endpoint('front', '', '10.0.1.3', { taskId: '', taskName: '' }),
      container('front', 'Shell', '10.0.1.130'),
      container('front', 'shell', '10.0.1.138'),
      container('front', 'web', '10.0.1.139'),
      container('front', 'web.1', '10.0.1.140'),
    ],
  ),
);

function meaning(from: string, name: string, type = 'A', index: NameIndex = INDEX): Meaning {
  const asker = askerAt(index, from);
  assert.ok(asker !== undefined, `${from} may ask`);
  return meaningOf(asker, { name, type });
}

/** The answer in short: its data, or why there is none. */
function told(...args: Parameters<typeof meaning>): readonly string[] | 'nobody' | 'elsewhere' {
  const found = meaning(...args);
  return found.kind === 'known' ? found.records.map(({ data }) => data) : found.kind;
}

describe('a name', () => {
  for (const [from, name, expected] of [
    ['10.0.1.21', 'web', ['10.0.1.10']],
    ['10.0.1.21', 'WeB', ['10.0.1.10']],
    ['10.0.1.21', 'www', ['10.0.1.10']],
    ['10.0.1.21', 'web.front', ['10.0.1.10']],
    ['10.0.1.21', 'tasks.web', ['10.0.1.21', '10.0.1.23']],
    ['10.0.1.21', 'tasks.www', ['10.0.1.21', '10.0.1.23']],
    ['10.0.1.21', 'tasks.web.front', ['10.0.1.21', '10.0.1.23']],
    ['10.0.1.21', 'web.1', ['10.0.1.21']],
    ['10.0.1.21', 'web.1.task-web-1', ['10.0.1.21']],
    ['10.0.1.21', 'web.1.task-web-1.front', ['10.0.1.21']],
    ['10.0.1.21', 'web.2', ['10.0.1.23']],
    ['10.0.1.21', 'web.2.task-web-2', ['10.0.1.22']],
    ['10.0.1.21', 'both.1', ['10.0.1.41']],
    ['10.0.1.21', 'db', 'elsewhere'],
    ['10.0.1.21', 'db.back', 'elsewhere'],
    ['10.0.1.21', 'web.back', 'elsewhere'],
    ['10.0.1.21', 'tasks.nothing', 'elsewhere'],
    ['10.0.1.21', 'example.org', 'elsewhere'],
    ['10.0.1.21', 'front', 'elsewhere'],
    ['10.0.2.31', 'db', ['10.0.2.31', '10.0.2.32']],
    ['10.0.2.31', 'store', ['10.0.2.31', '10.0.2.32']],
    ['10.0.2.31', 'db.back', ['10.0.2.31', '10.0.2.32']],
    ['10.0.2.31', 'empty', []],
    ['10.0.2.31', 'web', 'elsewhere'],
    ['10.0.1.41', 'web', ['10.0.1.10']],
    ['10.0.1.41', 'db', ['10.0.2.31', '10.0.2.32']],
    ['10.0.1.99', 'web', ['10.0.1.10']],
    ['10.0.1.99', 'db', 'elsewhere'],
    ['10.0.1.130', 'web', ['10.0.1.10']],
    ['10.0.1.130', 'shell', ['10.0.1.130', '10.0.1.138']],
    ['10.0.1.21', 'SHELL.front', ['10.0.1.130', '10.0.1.138']],
    ['10.0.2.31', 'shell', 'elsewhere'],
    ['10.0.1.130', 'web.1', ['10.0.1.21']],
    ['10.0.3.99', 'web', 'elsewhere'],
  ] as const)
    it(`${name}, asked from ${from}, is ${[expected].flat().join(', ') || 'known, and nobody there'}`, () => {
      assert.deepEqual(told(from, name), expected);
    });

  it('is answered with the letters it was asked in, and may be kept for as long as a removed task waits', () => {
    assert.deepEqual(meaning('10.0.1.21', 'WWW'), {
      kind: 'known',
      records: [{ type: 'A', name: 'WWW', ttl: NAME_TTL_MS / 1000, data: '10.0.1.10' }],
    });
  });

  it('that has only an IPv4 address is known to have no other, not unknown', () => {
    assert.deepEqual(told('10.0.1.21', 'web', 'AAAA'), []);
    assert.deepEqual(told('10.0.1.21', 'six', 'AAAA'), ['fd00::11']);
    assert.deepEqual(told('10.0.1.21', 'six', 'ANY'), ['10.0.1.11', 'fd00::11']);
    assert.deepEqual(told('10.0.1.21', 'web', 'MX'), []);
  });

  it('that leads to several begins with another of them each time', () => {
    const throws = [0, 0.3, 0.34, 0.99];
    assert.deepEqual(
      throws.map((fraction) => rotated(['a', 'b', 'c'], fraction).join('')),
      ['abc', 'abc', 'bca', 'cab'],
    );
    assert.deepEqual(rotated([], 0.5), []);
  });

  it('of a task that asks over another of its networks is looked for there first', () => {
    assert.deepEqual(told('10.0.2.41', 'both.1'), ['10.0.2.41']);
  });
});

describe('an alias that several use', () => {
  const index = nameIndexOf(
    held(
      [FRONT],
      [
        named('front', 'one_db', { stack: 'one', address: '10.0.1.51', aliases: ['db'] }),
        named('front', 'two_db', { stack: 'two', address: '10.0.1.52', aliases: ['db', 'plain'] }),
        named('front', 'plain', { address: '10.0.1.53', aliases: ['shared'] }),
        named('front', 'other', { address: '10.0.1.54', aliases: ['shared'] }),
      ],
      [
        endpoint('front', 'one_db.1', '10.0.1.61'),
        endpoint('front', 'two_db.1', '10.0.1.62'),
        endpoint('front', 'plain.1', '10.0.1.63'),
      ],
    ),
  );

  for (const [from, name, expected] of [
    ['10.0.1.61', 'db', ['10.0.1.51']],
    ['10.0.1.62', 'db', ['10.0.1.52']],
    ['10.0.1.63', 'db', ['10.0.1.51', '10.0.1.52']],
    ['10.0.1.61', 'two_db', ['10.0.1.52']],
    ['10.0.1.61', 'tasks.db', ['10.0.1.61']],
    ['10.0.1.62', 'plain', ['10.0.1.52']],
    ['10.0.1.61', 'plain', ['10.0.1.53']],
    ['10.0.1.61', 'shared', ['10.0.1.53', '10.0.1.54']],
  ] as const)
    it(`is, asked for ${name} from ${from}, ${expected.join(' and ')}`, () => {
      assert.deepEqual(told(from, name, 'A', index), expected);
    });
});

describe('the name of an address', () => {
  for (const [name, expected] of [
    ['10.1.0.10.in-addr.arpa', ['web.front']],
    ['21.1.0.10.IN-ADDR.ARPA', ['web.1.task-web-1.front']],
    ['77.1.0.10.in-addr.arpa', 'nobody'],
    ['31.2.0.10.in-addr.arpa', 'elsewhere'],
    ['8.8.8.8.in-addr.arpa', 'elsewhere'],
    ['300.1.0.10.in-addr.arpa', 'elsewhere'],
    ['1.0.10.in-addr.arpa', 'elsewhere'],
  ] as const)
    it(`${name} is ${[expected].flat().join()}`, () => {
      assert.deepEqual(told('10.0.1.21', name, 'PTR'), expected);
    });

  it('of IPv6 is found, too', () => {
    const index = nameIndexOf(
      held(
        [overlay('front', 1, { subnet6: 'fd00:1::/64' })],
        [],
        [endpoint('front', 'web.1', '10.0.1.21', { address6: 'fd00:1::2a' })],
      ),
    );
    const name = `a.2${'.0'.repeat(14)}${'.0'.repeat(8)}.1.0.0.0.0.0.d.f.ip6.arpa`;
    assert.deepEqual(told('10.0.1.21', name, 'PTR', index), ['web.1.task-web-1.front']);
  });

  it('leads back to the address', () => {
    assert.deepEqual(told('10.0.1.21', 'web.1.task-web-1.front'), ['10.0.1.21']);
  });
});

describe('who asks', () => {
  it('is a container of one of the networks, or a node, or nobody', () => {
    assert.equal(askerAt(INDEX, '192.0.2.1'), undefined);
    assert.equal(askerAt(INDEX, 'fd00::1'), undefined);
    assert.equal(askerAt(INDEX, 'nonsense'), undefined);
    const facts = (address: string) => {
      const asker = askerAt(INDEX, address);
      return [asker?.taskId, asker?.isNode, asker?.networks.map(({ network }) => network.networkId)];
    };
    assert.deepEqual(facts('10.0.1.2'), ['', true, ['front']]);
    assert.deepEqual(facts('10.0.1.3'), ['', true, ['front']], 'another node');
    assert.deepEqual(facts('10.0.1.99'), ['', false, ['front']]);
    assert.deepEqual(facts('10.0.1.41'), ['task-both-1', false, ['front', 'back']]);
    assert.deepEqual(facts('10.0.2.41'), ['task-both-1', false, ['back', 'front']]);
  });
});

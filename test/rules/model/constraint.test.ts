/**
 * Placement constraints: what can be written, and which nodes satisfy it.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import type { NodeInput } from '../../../proto/gen/objects.js';
import {
  checkConstraint,
  matchesConstraints,
  parseConstraint,
  parseConstraints,
} from '../../../proto/model/constraint.js';
import { aNode } from '../../kit/builders.js';

describe('a constraint', () => {
  for (const text of [
    '',
    ' ',
    'nodeabc',
    'node ~ abc',
    '1node==a2',
    'no de== node1',
    'no*de==node1',
    '==node1',
    'node==',
    'node== ',
    'no$de==node1',
    'node==a"b',
    'n==a',
  ])
    it(`cannot be "${text}"`, () => {
      assert.throws(
        () => parseConstraint(text),
        (error) =>
          hasCode(error, 'input.invalid') && error.facts.field === 'constraint' && error.facts.value === text,
      );
    });

  for (const [text, key, operator, value] of [
    [' node == node1', 'node', '==', 'node1'],
    ['NoDe==node1', 'NoDe', '==', 'node1'],
    ['no.de==node1', 'no.de', '==', 'node1'],
    ['_node==_node1', '_node', '==', '_node1'],
    ['node==[a-b]+c*(n|b)/', 'node', '==', '[a-b]+c*(n|b)/'],
    ['node==node 1', 'node', '==', 'node 1'],
    ['node.labels.zone != east', 'node.labels.zone', '!=', 'east'],
  ] as const)
    it(`can be "${text}"`, () => {
      assert.deepEqual(parseConstraint(text), { key, operator, value });
    });

  it('that no node could ever satisfy is no valid input', () => {
    for (const text of ['node.label.zone==a', 'node.labels.==a', 'node.ip==here', 'node.role==leader'])
      assert.throws(
        () => checkConstraint(parseConstraint(text), text),
        (error) => hasCode(error, 'input.invalid') && error.facts.value === text,
        text,
      );
    for (const text of ['NODE.ID==a', 'node.ip!=192.0.2.0/24', 'node.role==MANAGER', 'engine.labels.a==b'])
      checkConstraint(parseConstraint(text), text);
  });
});

describe('a node', () => {
  const node: NodeInput = {
    id: 'abc',
    spec: { role: 'manager', labels: { zone: 'East', Zone: 'west' } },
    identity: { role: 'worker' },
    description: {
      hostname: 'host-1',
      platform: { os: 'linux', architecture: 'x86_64' },
      engineLabels: { disk: 'ssd' },
    },
    status: { state: 'ready', address: '192.0.2.7' },
  };

  for (const [text, expected] of [
    ['node.id==abc', true],
    ['node.id==ABC', true],
    ['node.id!=abc', false],
    ['node.id==a*', false],
    ['node.id==ab', false],
    ['NODE.HOSTNAME==HOST-1', true],
    ['node.hostname!=host-1', false],
    ['node.hostname==h(o)st-1', false],
    ['node.role==worker', true],
    ['node.role==manager', false],
    ['node.role!=manager', true],
    ['node.platform.os==Linux', true],
    ['node.platform.os!=linux', false],
    ['node.platform.arch==x86_64', true],
    ['node.platform.arch==amd64', false],
    ['node.labels.zone==east', true],
    ['NODE.LABELS.zone==east', true],
    ['node.labels.Zone==west', true],
    ['node.labels.ZONE==east', false],
    ['node.labels.none==east', false],
    ['node.labels.none!=east', true],
    ['engine.labels.disk==SSD', true],
    ['engine.labels.disk!=ssd', false],
    ['node.ip==192.0.2.7', true],
    ['node.ip!=192.0.2.7', false],
    ['node.ip==192.0.2.8', false],
    ['node.ip==192.0.2.0/24', true],
    ['node.ip!=192.0.2.0/24', false],
    ['node.ip==198.51.100.0/24', false],
    ['node.ip==nonsense', false],
    ['node.ip!=nonsense', false],
    ['unknown.key==a', false],
    ['unknown.key!=a', false],
  ] as const)
    it(`${expected ? 'satisfies' : 'does not satisfy'} ${text}`, () => {
      assert.equal(matchesConstraints(parseConstraints([text]), aNode(node)), expected);
    });

  it('must satisfy all of several', () => {
    const both = parseConstraints(['node.id==abc', 'node.labels.zone==east']);
    assert.ok(matchesConstraints(both, aNode(node)));
    assert.ok(!matchesConstraints([...both, ...parseConstraints(['node.role==manager'])], aNode(node)));
    assert.ok(matchesConstraints([], aNode(node)));
  });

  it('that has not described itself counts as empty', () => {
    const bare = aNode({
      id: 'bare',
      spec: undefined,
      identity: undefined,
      description: undefined,
      status: undefined,
    });
    assert.ok(matchesConstraints(parseConstraints(['node.hostname!=a', 'node.labels.b!=c']), bare));
    assert.ok(!matchesConstraints(parseConstraints(['node.hostname==a']), bare));
    assert.ok(!matchesConstraints(parseConstraints(['node.ip==192.0.2.7']), bare));
  });
});

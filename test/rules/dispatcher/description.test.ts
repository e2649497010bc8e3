/**
 * What is kept of a node's account of itself.
 */
import assert from 'node:assert/strict';
import { keptDescription } from '../../../control-plane/dispatcher/rules/description.js';
import { NodeDescriptionCodec } from '../../../proto/gen/objects.js';
import { matchesConstraints, parseConstraints } from '../../../proto/model/constraint.js';
import { aNode } from '../../kit/builders.js';

const KNOWN = NodeDescriptionCodec.create({
  hostname: 'n1',
  platform: { os: 'linux', architecture: 'x86_64' },
  resources: { nanoCpus: 4e9 },
  engineLabels: { disk: 'ssd' },
  engineVersion: '27.0.0',
});
const BLANK = NodeDescriptionCodec.create({ hostname: 'n1', runtimeError: 'connect ENOENT' });

describe('the description of a node', () => {
  it('stays what it was while an agent that began anew cannot ask its engine', () => {
    const kept = keptDescription(KNOWN, BLANK);
    assert.deepEqual(kept, { ...KNOWN, runtimeError: 'connect ENOENT' });
    const constraints = parseConstraints(['node.platform.os==linux', 'engine.labels.disk==ssd']);
    assert.ok(matchesConstraints(constraints, aNode({ description: kept })));
  });

  it('is what the node says as soon as its engine has said it, also when that is less', () => {
    const less = NodeDescriptionCodec.create({ ...KNOWN, engineLabels: {}, resources: undefined });
    assert.deepEqual(keptDescription({ ...KNOWN, runtimeError: 'away' }, less), less);
    const away = { ...less, runtimeError: 'away' };
    assert.deepEqual(keptDescription(KNOWN, away), away);
  });

  it('is what little is known of a node that has never said more', () => {
    assert.deepEqual(keptDescription(undefined, BLANK), BLANK);
  });
});

/**
 * Who may call what: the whole table, against every kind of caller.
 */
import assert from 'node:assert/strict';
import { AUDIENCE_BY_PATH, judgeCall } from '../../../control-plane/api/rules/authorize.js';
import type { Caller } from '../../../proto/base/rpc.js';
import { CertificateAuthorityService } from '../../../proto/gen/ca.js';
import { ControlService } from '../../../proto/gen/control.js';
import { DispatcherService } from '../../../proto/gen/dispatcher.js';
import type { Node, NodeRole } from '../../../proto/gen/objects.js';
import { RaftMembershipService, RaftPeersService } from '../../../proto/gen/raft.js';
import { aNode } from '../../kit/builders.js';

const MEMBERS: ReadonlyMap<string, Node> = new Map(
  [
    aNode({ id: 'w1' }),
    aNode({ id: 'm1', identity: { role: 'manager' } }),
    aNode({ id: 'demoted', identity: { role: 'worker' } }),
  ].map((node) => [node.id, node]),
);

const node = (nodeId: string, role: NodeRole, clusterId = 'c1'): Caller => ({
  kind: 'node',
  nodeId,
  clusterId,
  role,
});
const judge = (path: string, caller: Caller): string =>
  judgeCall(path, caller, 'c1', (id) => MEMBERS.get(id));

const CALLERS: Readonly<Record<string, Caller>> = {
  anonymous: { kind: 'anonymous' },
  'local socket': { kind: 'local' },
  worker: node('w1', 'worker'),
  manager: node('m1', 'manager'),
  'demoted manager': node('demoted', 'manager'),
  'removed node': node('gone', 'manager'),
  'node of another cluster': node('m1', 'manager', 'c2'),
};

const { renewCertificate, ...issuing } = CertificateAuthorityService.methods;
const OF_MEMBERS = {
  worker: 'allowed',
  manager: 'allowed',
  'demoted manager': 'allowed',
  'removed node': 'removed',
};
const OF_MANAGERS = { 'local socket': 'allowed', manager: 'allowed', 'removed node': 'removed' };

const EXPECTED = [
  ['getting a certificate', issuing, {}, 'allowed'],
  ['renewing a certificate', { renewCertificate }, OF_MEMBERS, 'denied'],
  [DispatcherService.name, DispatcherService.methods, OF_MEMBERS, 'denied'],
  [ControlService.name, ControlService.methods, OF_MANAGERS, 'denied'],
  [RaftMembershipService.name, RaftMembershipService.methods, OF_MANAGERS, 'denied'],
  // A new manager's store knows nobody: the certificate counts, and then what the log's members say.
  [
    RaftPeersService.name,
    RaftPeersService.methods,
    { manager: 'allowed', 'demoted manager': 'allowed', 'removed node': 'allowed' },
    'denied',
  ],
] as const;

describe('who may call what', () => {
  for (const [what, methods, exceptions, otherwise] of EXPECTED) {
    for (const [name, caller] of Object.entries(CALLERS)) {
      const expected = (exceptions as Readonly<Record<string, string>>)[name] ?? otherwise;
      it(`${what}: ${name} is ${expected}, for every method`, () => {
        for (const { path } of Object.values(methods)) assert.equal(judge(path, caller), expected, path);
      });
    }
  }

  it('covers the methods of all services, and lets nobody call anything else', () => {
    assert.equal(
      AUDIENCE_BY_PATH.size,
      EXPECTED.reduce((count, [, methods]) => count + Object.keys(methods).length, 0),
    );
    for (const caller of Object.values(CALLERS)) assert.equal(judge('/swarm.v1.Raft/Step', caller), 'denied');
  });
});

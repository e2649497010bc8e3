/**
 * Who may call what: the whole table, against every kind of caller.
 */
import assert from 'node:assert/strict';
import { AUDIENCE_BY_PATH, judgeCall, judgeForwarder } from '../../../control-plane/api/rules/authorize.js';
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
  'removed worker': node('gone', 'worker'),
  'node of another cluster': node('m1', 'manager', 'c2'),
};

const { renewCertificate, ...issuing } = CertificateAuthorityService.methods;

const EXPECTED = [
  [{ name: 'getting a certificate', methods: issuing }, {}, 'allowed'],
  [
    { name: 'renewing a certificate', methods: { renewCertificate } },
    {
      worker: 'allowed',
      manager: 'allowed',
      'demoted manager': 'allowed',
      'removed node': 'removed',
      'removed worker': 'removed',
    },
    'denied',
  ],
  [
    DispatcherService,
    {
      worker: 'allowed',
      manager: 'allowed',
      'demoted manager': 'allowed',
      'removed node': 'removed',
      'removed worker': 'removed',
    },
    'denied',
  ],
  [
    ControlService,
    {
      'local socket': 'allowed',
      manager: 'allowed',
      'removed node': 'removed',
      'removed worker': 'removed',
      'demoted manager': 'no-manager',
    },
    'denied',
  ],
  [
    RaftMembershipService,
    {
      'local socket': 'allowed',
      manager: 'allowed',
      'removed node': 'removed',
      'removed worker': 'removed',
      'demoted manager': 'no-manager',
    },
    'denied',
  ],
  // A manager without the log knows of no node: whose messages count is for the log's members to say.
  [
    RaftPeersService,
    { manager: 'allowed', 'removed node': 'allowed', 'demoted manager': 'allowed' },
    'denied',
  ],
] as const;

describe('who may call what', () => {
  for (const [service, exceptions, otherwise] of EXPECTED) {
    for (const [name, caller] of Object.entries(CALLERS)) {
      const expected = (exceptions as Readonly<Record<string, string>>)[name] ?? otherwise;
      it(`${service.name}: ${name} is ${expected}, for every method`, () => {
        for (const { path } of Object.values(service.methods))
          assert.equal(judge(path, caller), expected, path);
      });
    }
  }

  it('lets only present managers of this cluster pass on what others ask', () => {
    const verdicts = Object.entries(CALLERS).map(([name, caller]) => [
      name,
      judgeForwarder(caller, 'c1', (id) => MEMBERS.get(id)),
    ]);
    assert.deepEqual(Object.fromEntries(verdicts), {
      anonymous: 'denied',
      'local socket': 'denied',
      worker: 'denied',
      manager: 'allowed',
      'demoted manager': 'no-manager',
      'removed node': 'removed',
      'removed worker': 'removed',
      'node of another cluster': 'denied',
    });
  });

  it('covers the methods of all services, and lets nobody call anything else', () => {
    assert.equal(
      AUDIENCE_BY_PATH.size,
      EXPECTED.reduce((count, [service]) => count + Object.keys(service.methods).length, 0),
    );
    for (const caller of Object.values(CALLERS)) assert.equal(judge('/swarm.v1.Raft/Step', caller), 'denied');
  });
});

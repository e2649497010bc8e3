/**
 * How loud a call is in the log.
 */
import assert from 'node:assert/strict';
import { type CallCode, callLevel } from '../../../proto/base/call-journal.js';
import type { AnyMethod, Caller } from '../../../proto/base/rpc.js';
import { CertificateAuthorityService } from '../../../proto/gen/ca.js';
import { ControlService } from '../../../proto/gen/control.js';
import { DispatcherService } from '../../../proto/gen/dispatcher.js';
import { LocalNodeService } from '../../../proto/gen/node.js';

const LOCAL: Caller = { kind: 'local' };
const NOBODY: Caller = { kind: 'anonymous' };

const control = ControlService.methods;

describe('a call in the log', () => {
  const cases: readonly [
    what: string,
    method: Pick<AnyMethod, 'name'>,
    code: CallCode,
    caller: Caller,
    level: string,
  ][] = [
    ['a change is written down', control.createService, 'ok', LOCAL, 'info'],
    ['so is the showing of a join token', control.getJoinToken, 'ok', LOCAL, 'info'],
    ['a look is not', control.listNodes, 'ok', LOCAL, 'debug'],
    ['nor is a look at the node itself', LocalNodeService.methods.status, 'ok', LOCAL, 'debug'],
    [
      'nor is an agent that comes and goes',
      DispatcherService.methods.session,
      'manager.not-leader',
      LOCAL,
      'debug',
    ],
    ['what the caller got wrong is written down', control.createService, 'input.invalid', LOCAL, 'info'],
    ['what we cannot do now is a warning', control.createService, 'store.full', LOCAL, 'warn'],
    ['also for a look', control.listNodes, 'manager.not-leader', LOCAL, 'warn'],
    ['a mistake of ours is an error', control.listNodes, 'internal', LOCAL, 'error'],
    ['whoever gave up is not', control.createService, 'cancelled', LOCAL, 'debug'],
    ['nobody known cannot fill the disk', control.createService, 'certificate.refused', NOBODY, 'debug'],
    [
      'a node that joins is written down',
      CertificateAuthorityService.methods.issueCertificate,
      'ok',
      NOBODY,
      'info',
    ],
  ];
  for (const [what, method, code, caller, level] of cases)
    it(what, () => assert.equal(callLevel(method.name, code, caller), level));
});

/**
 * How loud a call is in the log.
 */
import assert from 'node:assert/strict';
import { type CallCode, callLevel } from '../../../proto/base/call-journal.js';
import type { Caller } from '../../../proto/base/rpc.js';

const LOCAL: Caller = { kind: 'local' };
const NOBODY: Caller = { kind: 'anonymous' };

describe('a call in the log', () => {
  const cases: readonly [what: string, method: string, code: CallCode, caller: Caller, level: string][] = [
    ['a change is written down', 'createService', 'ok', LOCAL, 'info'],
    ['so is the showing of a join token', 'getJoinToken', 'ok', LOCAL, 'info'],
    ['a look is not', 'listNodes', 'ok', LOCAL, 'debug'],
    ['nor is an agent that comes and goes', 'session', 'manager.not-leader', LOCAL, 'debug'],
    ['what the caller got wrong is written down', 'createService', 'input.invalid', LOCAL, 'info'],
    ['what we cannot do now is a warning', 'createService', 'store.full', LOCAL, 'warn'],
    ['also for a look', 'listNodes', 'manager.not-leader', LOCAL, 'warn'],
    ['a mistake of ours is an error', 'listNodes', 'internal', LOCAL, 'error'],
    ['whoever gave up is not', 'createService', 'cancelled', LOCAL, 'debug'],
    ['nobody known cannot fill the disk', 'createService', 'certificate.refused', NOBODY, 'debug'],
    ['a node that joins is written down', 'issueCertificate', 'ok', NOBODY, 'info'],
  ];
  for (const [what, method, code, caller, level] of cases)
    it(what, () => assert.equal(callLevel(method, code, caller), level));
});

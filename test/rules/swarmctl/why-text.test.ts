/**
 * What `service why` prints.
 */
import assert from 'node:assert/strict';
import { whyLines } from '../../../cli/swarmctl/rules/why-text.js';
import {
  ExplainPlacementReplyCodec,
  type ExplainPlacementReplyInput,
  type TaskEntryInput,
} from '../../../proto/gen/control.js';
import type { TaskInput } from '../../../proto/gen/objects.js';
import { aService, aTask } from '../../kit/builders.js';

const NOW_MS = 1_000_000;
const textOf = (parts: ExplainPlacementReplyInput): string =>
  whyLines(
    ExplainPlacementReplyCodec.create({ service: aService({ spec: { name: 'web' } }), ...parts }),
    NOW_MS,
  ).join('\n');

const troubled = (task: TaskInput, entry: TaskEntryInput = {}): string =>
  textOf({
    troubledCount: 1,
    troubled: [{ task: aTask(task), name: 'web.1.x', nodeHostname: 'alpha', ...entry }],
  });

describe('service why', () => {
  it('says so when everything runs', () => {
    assert.equal(
      textOf({ runningCount: 3, desiredCount: 3 }),
      'web: nothing is in the way: 3 tasks of the service run, none waits',
    );
  });

  it('lists nodes with what they have against the task, those that say the same together', () => {
    const reasons = ['insufficient resources: needs 2 CPUs, 1 free'];
    const text = textOf({
      pendingCount: 2,
      pending: [
        {
          tasks: [{ name: 'web.1.a' }, { name: 'web.2.b' }],
          taskCount: 2,
          error: 'no suitable node',
          nodes: [
            { hostname: 'alpha', filters: ['resource'], reasons },
            { hostname: 'beta', filters: ['ready'], reasons: ['the node is down'] },
            { hostname: 'gamma', filters: ['resource'], reasons },
          ],
          nodeCount: 3,
        },
      ],
      changes: [{ atMs: NOW_MS - 5_000, text: 'node beta is down' }],
    });
    assert.equal(
      text,
      [
        'web: 0 running, 2 without a node, 0 in trouble',
        '',
        'web.1.a, web.2.b: no suitable node',
        '  alpha, gamma: insufficient resources: needs 2 CPUs, 1 free',
        '  beta: the node is down',
        '',
        'What changed last:',
        '  5 seconds ago: node beta is down',
      ].join('\n'),
    );
  });

  it('says how much it does not list', () => {
    const nodes = Array.from({ length: 7 }, (_unused, at) => ({ hostname: `n${at}`, reasons: ['full'] }));
    const group = { tasks: [{ name: 'web.1.a' }], taskCount: 30, nodes, nodeCount: 9 };
    const text = textOf({ pendingCount: 31, pending: [group] });
    assert.match(text, /^web\.1\.a and 29 more: no node was looked for yet$/m);
    assert.match(text, /^ {2}n0, n1, n2, n3, n4 and 2 more: full$/m);
    assert.match(text, /^ {2}and 2 more nodes have something against them$/m);
    assert.match(text, /^ {2}and 1 more task waits$/m);
  });

  it('says when a leader is too new to know the nodes', () => {
    const group = { taskCount: 1, isUnknown: true };
    assert.match(textOf({ pendingCount: 1, pending: [group] }), /a new leader still reads/);
  });

  it('says when there is no node', () => {
    const text = textOf({ pendingCount: 1, pending: [{ taskCount: 1 }] });
    assert.match(text, /^ {2}there is no node that it could be on$/m);
    assert.doesNotMatch(text, /new leader/);
  });

  it('says of what has no addresses yet only why', () => {
    const task = { id: 'a', status: { state: 'new' } } as const;
    const group = { tasks: [{ name: 'web.1.a', task }], taskCount: 1 };
    const full = { ...group, error: 'no free address on network back (10.0.1.0/24, 253 of 253 in use)' };
    const text = textOf({ pendingCount: 2, pending: [group, full] });
    assert.match(text, /^web\.1\.a: waits for addresses on its networks$/m);
    assert.match(text, /^web\.1\.a: no free address on network back \(.*\)$/m);
    assert.doesNotMatch(text, /node that it could be on/);
  });

  it('does not say that nothing is in the way of tasks that are not there', () => {
    const text = textOf({ runningCount: 2, desiredCount: 3, changes: [{ atMs: NOW_MS, text: 'it ended' }] });
    assert.match(text, /^web: runs 2 of 3, and no task waits$/m);
    assert.match(text, /^ {2}.*: it ended$/m);
    assert.doesNotMatch(text, /nothing is in the way/);
  });

  it('names the nodes that are to have no task, and why', () => {
    const reasons = ['node.labels.disk is hdd'];
    const excluded = [
      { hostname: 'beta', reasons },
      { hostname: 'alpha', reasons },
    ];
    assert.deepEqual(textOf({ excluded }).split('\n').slice(0, 3), [
      'web: runs 0 of 0, and no task waits',
      '  is to have no task on:',
      '  alpha, beta: node.labels.disk is hdd',
    ]);
    assert.match(
      textOf({ excluded, runningCount: 1, desiredCount: 1 }),
      /nothing is in the way.*\n.*no task on/,
    );
  });

  for (const [state, isTold] of [
    ['paused', true],
    ['rollback-started', true],
    ['completed', false],
  ] as const)
    it(`${isTold ? 'tells' : 'keeps silent about'} a rollout that is ${state}`, () => {
      const service = aService({ spec: { name: 'web' }, desired: { state, message: 'how it went' } });
      const text = textOf({ service, runningCount: 1, desiredCount: 1 });
      assert.equal(text.includes('how it went'), isTold);
    });

  const TROUBLES: readonly (readonly [what: string, text: string, expected: RegExp])[] = [
    [
      'a failure with its code and message',
      troubled({
        status: { state: 'failed', atMs: NOW_MS - 3_000, error: 'it broke', container: { exitCode: 3 } },
      }),
      /web\.1\.x: failed on alpha 3 seconds ago: it broke \(exit code 3\)/,
    ],
    [
      'when a replacement starts',
      troubled({
        status: { state: 'ready' },
        desired: { state: 'ready', start: { notBeforeMs: NOW_MS + 4_500 } },
      }),
      /ready on alpha, starts in 5s/,
    ],
    [
      'what a replacement waits for',
      troubled({ status: { state: 'ready' }, desired: { state: 'ready', start: { afterTaskId: 'old' } } }),
      /waits for task old to stop/,
    ],
    [
      'a node that is awaited',
      troubled({ status: { state: 'starting' } }, { awaitsNode: true }),
      /its node alpha is down, and the service waits for it/,
    ],
    [
      'how far one is that starts',
      troubled({ status: { state: 'preparing', atMs: NOW_MS - 60_000 } }),
      /preparing on alpha, about a minute ago/,
    ],
  ];
  for (const [what, text, expected] of TROUBLES) it(`tells ${what}`, () => assert.match(text, expected));
});

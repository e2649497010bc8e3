/**
 * What a reference leads to: ids, names, beginnings; and the candidates when it leads nowhere, or to many.
 */
import assert from 'node:assert/strict';
import {
  resolveServiceOrTask,
  resolveNode,
  resolveService,
  resolveTask,
} from '../../../control-plane/api/rules/references.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

type Resolve = (view: ClusterView, ref: string) => { readonly id: string };

/** The id, or the error's code and candidates. */
function outcome(view: ClusterView, resolve: Resolve, ref: string): string {
  try {
    return resolve(view, ref).id;
  } catch (error) {
    assert.ok(error instanceof SwarmError);
    const { ref: named, candidates } = error.facts as { ref: string; candidates: readonly string[] };
    assert.equal(named, ref);
    return `${error.code}: ${candidates.join(' ')}`;
  }
}

function describeTable(
  title: string,
  view: () => ClusterView,
  resolve: Resolve,
  rows: readonly (readonly [ref: string, expected: string, why: string])[],
): void {
  describe(title, () => {
    for (const [ref, expected, why] of rows)
      it(`"${ref}": ${why}`, () => assert.equal(outcome(view(), resolve, ref), expected));
  });
}

describe('a reference', () => {
  let view: ClusterView;
  const current = (): ClusterView => view;

  before(async () => {
    const service = (id: string, name: string): ReturnType<typeof aService> =>
      aService({ id, spec: { name } });
    const node = (id: string, hostname: string): ReturnType<typeof aNode> =>
      aNode({ id, description: { hostname } });
    const ended = { desired: { state: 'shutdown' }, status: { state: 'failed' } } as const;
    view = await aView({
      service: [
        service('s1abc', 'web'),
        service('s1abd', 'Api'),
        // Its name is the id of another service.
        service('s2xyz', 's1abc'),
        // Its name is the beginning of other ids.
        service('s3aaa', 's1ab'),
      ],
      node: [
        node('n1', 'alpha'),
        node('n12', 'twin'),
        node('n13', 'twin'),
        node('n2', 'n13'),
        node('x1', ''),
      ],
      task: [
        aTask({ id: 't1', serviceId: 's1abc' }),
        aTask({ id: 't2old', serviceId: 's1abc', slot: 2, ...ended }),
        aTask({ id: 't2new', serviceId: 's1abc', slot: 2 }),
        aTask({ id: 't3old', serviceId: 's1abc', slot: 3, ...ended }),
        aTask({ id: 't3older', serviceId: 's1abc', slot: 3, ...ended }),
        aTask({ id: 'u1', serviceId: 'gone', revision: 4 }),
        aTask({ id: 'u2', serviceId: 'forgotten' }),
      ],
      revision: [aRevision({ serviceId: 'gone', revision: 4, spec: { name: 'former' } })],
    });
  });

  describeTable('to a service', current, resolveService, [
    ['web', 's1abc', 'a name'],
    ['WEB', 's1abc', 'a name in another case'],
    ['api', 's1abd', 'a name in another case'],
    ['s1abc', 's1abc', 'an id comes before a name'],
    ['s1ab', 's3aaa', 'a name comes before the beginning of ids'],
    ['s1a', 'object.ambiguous: s1abc s1abd', 'the beginning of two ids'],
    ['s2', 's2xyz', 'the beginning of one id'],
    ['wep', 'object.not-found: web Api s1ab s1abc', 'nothing: all names, the closest first'],
    ['', 'object.not-found: Api web s1ab s1abc', 'nothing is the beginning of nothing'],
  ]);

  describeTable('to a node', current, resolveNode, [
    ['n1', 'n1', 'an id, though others begin with it'],
    ['alpha', 'n1', 'a hostname'],
    ['twin', 'object.ambiguous: n12 n13', 'the hostname of two'],
    ['n13', 'n13', 'an id comes before a hostname'],
    ['x', 'x1', 'the beginning of an id'],
    ['x1', 'x1', 'a node that has not described itself'],
    ['alpah', 'object.not-found: alpha n13 twin x1', 'nothing: hostnames, or ids without one'],
  ]);

  describeTable('to a task', current, resolveTask, [
    ['t1', 't1', 'an id'],
    ['web.1.t1', 't1', 'a full name'],
    ['Web.1.t1', 't1', 'a full name in another case'],
    [
      'api.1.t1',
      'object.not-found: web.1.t1 former.1.u1 web.2.t2new web.2.t2old web.3.t3old web.3.t3older forgotten.1.u2',
      'a full name of another service',
    ],
    ['web.1', 't1', 'the only task of a slot'],
    ['web.2', 't2new', 'the task that should run, of those of a slot'],
    ['web.3', 'object.ambiguous: web.3.t3old web.3.t3older', 'a slot with nothing but ended tasks'],
    ['web.01', 'object.not-found: web.1.t1 web.2.t2new web.2.t2old web.3.t3old web.3.t3older', 'no slot'],
    ['t2n', 't2new', 'the beginning of an id'],
    ['t2', 'object.ambiguous: t2new t2old', 'the beginning of two ids'],
    ['former.1.u1', 'u1', 'a task that outlived its service'],
    ['forgotten.1.u2', 'u2', 'a task whose service is forgotten, too'],
  ]);

  it('to a task of a service with one per node is by the node', async () => {
    const mode = { kind: 'global', global: {} } as const;
    const onNode = (id: string, nodeId: string): ReturnType<typeof aTask> =>
      aTask({ id, serviceId: 'g1', slot: 0, placement: { nodeId } });
    const global = await aView({
      service: [aService({ id: 'g1', spec: { name: 'each', mode } })],
      node: [aNode({ id: 'n1', description: { hostname: 'alpha.lan' } }), aNode({ id: 'n2' })],
      task: [onNode('t1', 'n1'), onNode('t2', 'n2')],
    });
    assert.equal(outcome(global, resolveTask, 'each.n1'), 't1');
    assert.equal(outcome(global, resolveTask, 'each.alpha.lan'), 't1');
    assert.equal(outcome(global, resolveTask, 'each.n2.t2'), 't2');
    assert.match(outcome(global, resolveTask, 'each.1'), /^object\.not-found/);
  });

  describe('to what has logs', () => {
    const idOf = (ref: string): string => {
      const source = resolveServiceOrTask(view, ref);
      return 'service' in source ? `service ${source.service.id}` : `task ${source.task.id}`;
    };
    it('is a service, or else a task', () => {
      assert.equal(idOf('web'), 'service s1abc');
      assert.equal(idOf('web.1'), 'task t1');
      assert.equal(idOf('t1'), 'task t1');
    });

    it('names tasks when it looks like one, and services otherwise', () => {
      const candidatesOf = (ref: string): unknown => {
        try {
          return resolveServiceOrTask(view, ref);
        } catch (error) {
          assert.ok(error instanceof SwarmError);
          return (error.facts as { candidates: unknown }).candidates;
        }
      };
      assert.deepEqual(candidatesOf('wep'), ['web', 'Api', 's1ab', 's1abc']);
      assert.equal((candidatesOf('web.9') as readonly string[])[0], 'web.1.t1');
      assert.deepEqual(candidatesOf('s1a'), ['s1abc', 's1abd']);
    });
  });

  it('to a task among very many is refused with tasks of the service most like the one named', async () => {
    const tasksOf = (serviceId: string, count: number): ReturnType<typeof aTask>[] =>
      Array.from({ length: count }, (_, at) => aTask({ id: `${serviceId}-${at}`, serviceId, slot: at + 1 }));
    const large = await aView({
      service: ['db', 'web'].map((name) => aService({ id: name, spec: { name } })),
      task: [...tasksOf('db', 5000), ...tasksOf('web', 3)],
    });
    const refusal = outcome(large, resolveTask, 'wep.1');
    assert.match(refusal, /^object\.not-found: web\.1\.web-0 web\.2\.web-1 web\.3\.web-2 db/);
  });
});

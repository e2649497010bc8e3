/**
 * Which objects a list shows: every kind of filter, several at once, and values that nothing can have.
 */
import assert from 'node:assert/strict';
import { filterNodes, filterServices, filterTasks } from '../../../control-plane/api/rules/filters.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { hasCode } from '../../../proto/base/errors.js';
import {
  ListNodesRequestCodec,
  type ListNodesRequestInput,
  ListServicesRequestCodec,
  type ListServicesRequestInput,
  ListTasksRequestCodec,
  type ListTasksRequestInput,
} from '../../../proto/gen/control.js';
import { aNode, aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

describe('a filtered list', () => {
  let view: ClusterView;
  const nodes = (request: ListNodesRequestInput): string =>
    ids(filterNodes(view, ListNodesRequestCodec.create(request)));
  const services = (request: ListServicesRequestInput): string =>
    ids(filterServices(view, ListServicesRequestCodec.create(request)));
  const tasks = (request: ListTasksRequestInput): string =>
    ids(filterTasks(view, ListTasksRequestCodec.create(request)));

  before(async () => {
    view = await aView({
      node: [
        aNode({
          id: 'n1',
          description: { hostname: 'alpha', engineLabels: { gpu: 'yes' } },
          spec: { role: 'manager' },
        }),
        aNode({ id: 'n2', description: { hostname: 'beta' }, spec: { labels: { disk: 'ssd', zone: 'a' } } }),
        aNode({ id: 'm3', description: { hostname: 'beta2' }, spec: { labels: { disk: 'hdd', zone: 'a' } } }),
      ],
      service: [
        aService({ id: 's1', spec: { name: 'Web' } }),
        aService({ id: 's2', spec: { name: 'webhook', labels: { team: '' } } }),
        aService({ id: 'z3', spec: { name: 'db', labels: { team: 'storage', __proto__: 'x' } } }),
      ],
      task: [
        aTask({ id: 't1', serviceId: 's1', placement: { nodeId: 'n1' } }),
        aTask({
          id: 't2',
          serviceId: 's1',
          slot: 2,
          placement: { nodeId: 'n2' },
          desired: { state: 'shutdown' },
        }),
        aTask({ id: 't3', serviceId: 's2', placement: { nodeId: 'n2' } }),
        aTask({ id: 'u4', serviceId: 'removed', placement: { nodeId: 'left' }, desired: { state: 'ready' } }),
        aTask({ id: 'u5', serviceId: 'z3', placement: undefined, status: { state: 'pending' } }),
      ],
    });
  });

  const rows: readonly (readonly [what: string, list: () => string, expected: string])[] = [
    ['of nodes without filter has all', () => nodes({}), 'm3 n1 n2'],
    ['of nodes by the beginning of an id', () => nodes({ ids: ['n'] }), 'n1 n2'],
    ['of nodes by any of two ids', () => nodes({ ids: ['n1', 'm'] }), 'm3 n1'],
    ['of nodes by the beginning of a hostname', () => nodes({ names: ['beta'] }), 'm3 n2'],
    ['of nodes by role', () => nodes({ roles: ['worker'] }), 'm3 n2'],
    ['of nodes by any of two roles', () => nodes({ roles: ['worker', 'manager'] }), 'm3 n1 n2'],
    ['of nodes by the key of a label', () => nodes({ labels: ['disk'] }), 'm3 n2'],
    ['of nodes by a label', () => nodes({ labels: ['disk=ssd'] }), 'n2'],
    ['of nodes by a label of the engine', () => nodes({ engineLabels: ['gpu=yes'] }), 'n1'],
    [
      'of nodes by a label of the engine that is one of the node',
      () => nodes({ engineLabels: ['disk'] }),
      '',
    ],
    ['of nodes that were accepted', () => nodes({ memberships: ['accepted'] }), 'm3 n1 n2'],
    ['of nodes that were not accepted', () => nodes({ memberships: ['pending'] }), ''],
    ['of nodes by any value of one label', () => nodes({ labels: ['disk=ssd', 'disk=hdd'] }), 'm3 n2'],
    ['of nodes by all of two labels', () => nodes({ labels: ['zone=a', 'disk=hdd'] }), 'm3'],
    ['of nodes by all of two kinds', () => nodes({ names: ['beta'], ids: ['n'] }), 'n2'],
    ['of nodes by what no node has', () => nodes({ names: ['gamma'] }), ''],
    ['of services by name, whatever the case', () => services({ names: ['WEB'] }), 's1 s2'],
    ['of services by id', () => services({ ids: ['z'] }), 'z3'],
    ['of services by mode', () => services({ modes: ['replicated'] }), 's1 s2 z3'],
    ['of services by a mode that none has', () => services({ modes: ['global'] }), ''],
    ['of services by a label with any value', () => services({ labels: ['team'] }), 's2 z3'],
    ['of services by a label with an empty value', () => services({ labels: ['team='] }), 's2'],
    ['of services by a label that every object seems to have', () => services({ labels: ['toString'] }), ''],
    ['of tasks by service', () => tasks({ serviceRefs: ['web'] }), 't1 t2'],
    ['of tasks by any of two services', () => tasks({ serviceRefs: ['web', 's2'] }), 't1 t2 t3'],
    ['of tasks by a service that is gone', () => tasks({ serviceRefs: ['removed'] }), 'u4'],
    ['of tasks by node', () => tasks({ nodeRefs: ['beta'] }), 't2 t3'],
    ['of tasks by a node that is gone', () => tasks({ nodeRefs: ['left'] }), 'u4'],
    ['of tasks by service and node', () => tasks({ serviceRefs: ['web'], nodeRefs: ['beta'] }), 't2'],
    ['of tasks by desired state', () => tasks({ desiredStates: ['running'] }), 't1 t3 u5'],
    ['of tasks by any of two', () => tasks({ desiredStates: ['ready', 'shutdown'] }), 't2 u4'],
    ["of tasks by a state that Docker's commands know", () => tasks({ desiredStates: ['accepted'] }), ''],
    ['of tasks by name', () => tasks({ names: ['web.1'] }), 't1'],
    ['of tasks by the beginning of a name', () => tasks({ names: ['web'] }), 't1 t2 t3'],
    ['of tasks by id', () => tasks({ ids: ['u'] }), 'u4 u5'],
  ];
  for (const [what, list, expected] of rows) it(what, () => assert.equal(list(), expected));

  const refused: readonly (readonly [what: string, list: () => string, field: string, value: string])[] = [
    ['role', () => nodes({ roles: ['boss'] }), 'filter role', 'boss'],
    ['mode', () => services({ modes: ['replicate'] }), 'filter mode', 'replicate'],
    ['desired state', () => tasks({ desiredStates: ['up'] }), 'filter desired-state', 'up'],
    ['label without a key', () => services({ labels: ['=x'] }), 'filter label', '=x'],
  ];
  for (const [what, list, field, value] of refused)
    it(`refuses an impossible ${what}`, () =>
      assert.throws(
        list,
        (error) =>
          hasCode(error, 'input.invalid') && error.facts.field === field && error.facts.value === value,
      ));

  it('refuses services and nodes that do not exist', () => {
    assert.throws(
      () => tasks({ serviceRefs: ['nix'] }),
      (error) => hasCode(error, 'object.not-found') && error.facts.kind === 'service',
    );
    assert.throws(
      () => tasks({ nodeRefs: ['nix'] }),
      (error) => hasCode(error, 'object.not-found') && error.facts.kind === 'node',
    );
  });
});

function ids(objects: readonly { readonly id: string }[]): string {
  return objects
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

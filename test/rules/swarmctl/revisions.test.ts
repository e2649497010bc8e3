/**
 * The revisions of a service: what `service history` and `service diff` print.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  comparedRevisions,
  differenceLines,
  revisionRows,
} from '../../../cli/swarmctl/rules/revision-rows.js';
import { hasCode } from '../../../proto/base/errors.js';
import { type ListRevisionsReply, ListRevisionsReplyCodec } from '../../../proto/gen/control.js';
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { aRevision, aService } from '../../kit/builders.js';
import { created, updated, words } from './command-line.js';

const BASE = validateServiceSpec(
  created(...words('-e A=1 -e B=1 -l tier=front --mount source=vol,target=/v --limit-memory 64m')),
);

const diff = (flags: string): readonly string[] => differenceLines(BASE, updated(BASE, ...words(flags)));

describe('the difference of two revisions', () => {
  for (const [flags, ...lines] of [
    ['--image web:2', 'image  web:1 -> web:2'],
    ['--env-add C=1', 'env  +C=1'],
    ['--env-rm B', 'env  -B=1'],
    ['--env-add A=2', 'env  A=1 -> A=2'],
    ['--label-add tier=back', 'label  tier=front -> tier=back'],
    ['--label-add zone=a --label-rm tier', 'label  -tier=front', 'label  +zone=a'],
    ['--container-label-add a=1', 'container-label  +a=1'],
    ['--replicas 3', 'replicas  1 -> 3'],
    ['--limit-cpu 0.5 --limit-memory 1g', 'limit-memory  64MiB -> 1GiB', 'limit-cpu     0 -> 0.5'],
    ['--reserve-memory 32m', 'reserve-memory  0B -> 32MiB'],
    [
      '--restart-delay 1m --restart-max-attempts 3',
      'restart-delay         5s -> 1m0s',
      'restart-max-attempts  0 -> 3',
    ],
    [
      '--update-delay 2s --rollback-order start-first',
      'rollback-order  stop-first -> start-first',
      'update-delay    0s -> 2s',
    ],
    ['--args one', 'args  not set -> one'],
    ['--health-cmd true', 'health-cmd  not set -> CMD-SHELL true'],
    ['--stop-grace-period 30s', 'stop-grace-period  not set -> 30s'],
    ['--mount-rm /v', 'mount  -type=volume,source=vol,target=/v'],
    [
      '--publish-add published=80,target=8080,mode=host',
      'publish  +protocol=tcp,target=8080,published=80,mode=host',
    ],
    ['--constraint-add node.role==worker', 'constraint  +node.role==worker'],
    ['--placement-pref-add spread=node.labels.zone', 'placement-pref  not set -> spread=node.labels.zone'],
    ['--generic-resource-add gpu=2', 'generic-resource  +gpu=2'],
    ['--apart-from-add db', 'apart-from  +db'],
    ['--on-node-down wait', 'on-node-down  replace -> wait'],
    ['--replicas-max-per-node 2', 'replicas-max-per-node  0 -> 2'],
    ['--log-driver local --log-opt a=b', 'log-driver  not set -> local', 'log-opt     +a=b'],
    ['--init --workdir /x', 'init     not set -> true', 'workdir  not set -> /x'],
    ['--hostname h --user u', 'hostname  not set -> h', 'user      not set -> u'],
    ['--force', 'force  0 -> 1'],
    ['--env-add A=1'],
  ] as const)
    it(`of ${flags} is ${lines.join(' and ') || 'nothing'}`, () => {
      assert.deepEqual(diff(flags).toSorted(), [...lines].toSorted());
    });

  it('comes in one order, and is the reverse of the way back', () => {
    const flags = fc.constantFrom('--image=w:2', '--env-add=A=2', '--env-rm=B', '--env-add=C=1', '--tty');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['--image=w:2', '--env-rm=B', '--env-add=C=1', '--tty']),
        flags,
        (some, one) => {
          const all = [...some, one];
          const there = differenceLines(BASE, updated(BASE, ...all));
          assert.deepEqual(there, differenceLines(BASE, updated(BASE, ...all.toReversed())));
          assert.equal(differenceLines(updated(BASE, ...all), BASE).length, there.length);
        },
      ),
    );
  });
});

const NOW_MS = Date.UTC(2030, 0, 1, 12);

/** Revisions of a service, the last one present; each with its number, spec and request. */
function reply(...revisions: readonly (readonly [number, ServiceSpec, string?])[]): ListRevisionsReply {
  const revision = revisions.at(-1)?.[0] ?? 0;
  return ListRevisionsReplyCodec.create({
    service: aService({ revision, previousRevision: revision - 1 }),
    revisions: revisions.map(([number, spec, requestId = '']) =>
      aRevision({
        revision: number,
        spec,
        requestId,
        meta: { createdAtMs: NOW_MS - 60_000 * (10 - number) },
      }),
    ),
  });
}

const WEB2 = updated(BASE, '--image=web:2');

describe('the history of a service', () => {
  it('shows the newest revision first, with what each has changed, and where a rollback leads', () => {
    const history = reply(
      [1, BASE],
      [2, updated(BASE, '--replicas=5', '--env-add=C=1'), 'req-2'],
      [3, WEB2, 'req-3'],
      [4, BASE, 'req-4'],
    );
    const rows = revisionRows(history, { nowMs: NOW_MS, truncate: true });
    assert.deepEqual(
      rows.map(({ cells }) => cells.join('|')),
      [
        '4|6 minutes ago|as 1: image web:2 -> web:1|req-4|present',
        '3|7 minutes ago|replicas 5 -> 1, env -C=1, image web:1 -> web:2|req-3|rollback target',
        '2|8 minutes ago|replicas 1 -> 5, env +C=1|req-2|',
        '1|9 minutes ago|created||',
      ],
    );
  });

  it('says since when something has changed where revisions in between are not kept', () => {
    const [row] = revisionRows(reply([2, BASE], [9, WEB2]), { nowMs: NOW_MS, truncate: true });
    assert.equal(row?.json['Changes'], 'since 2: image web:1 -> web:2');
    const long = updated(BASE, ...Array.from({ length: 30 }, (_unused, at) => `--env-add=V${at}=1`));
    const changes = (truncate: boolean): string =>
      revisionRows(reply([1, BASE], [2, long]), { nowMs: NOW_MS, truncate })[0]?.json['Changes'] ?? '';
    assert.equal(changes(true).length, 60);
    assert.equal(changes(false).split(', ').length, 30);
  });

  it('is compared with the revision before unless others are named', () => {
    const history = reply([2, BASE], [5, WEB2], [6, BASE]);
    const numbers = (from?: number, to?: number): readonly number[] =>
      comparedRevisions(history, from, to).map(({ revision }) => revision);
    assert.deepEqual(numbers(), [5, 6]);
    assert.deepEqual(numbers(2), [2, 6]);
    assert.deepEqual(numbers(6, 2), [6, 2]);
    for (const [from, to, field, value] of [
      [3, undefined, 'FROM', '3'],
      [2, 7, 'TO', '7'],
    ] as const)
      assert.throws(
        () => numbers(from, to),
        (error) =>
          hasCode(error, 'input.invalid') &&
          error.message === `${field} "${value}": is not a revision that is kept; these are: 2, 5, 6`,
      );
    assert.throws(() => comparedRevisions(reply([1, BASE]), undefined, undefined), /no revision before 1/);
  });
});

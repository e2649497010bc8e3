/**
 * What is offered while a command line is typed.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { complete } from '../../../cli/swarmctl/rules/completion.js';
import { COMMANDS } from '../../../cli/swarmctl/rules/command-table.js';
import { SERVICE_UPDATE_FLAGS } from '../../../cli/swarmctl/rules/service-flags.js';
import { FAILURE_ACTIONS, NODE_AVAILABILITIES, UPDATE_ORDERS } from '../../../proto/gen/objects.js';

/** A line as it is typed, and what is offered for its last word; live names as <kind>. */
const ROWS: readonly (readonly [line: string, offered: string])[] = [
  ['sw', 'swarm'],
  ['s', 'swarm service'],
  ['--host unix:///x ta', 'task'],
  ['--host=unix:///x ta', 'task'],
  ['service r', 'rollback resume restart runs rm'],
  ['service rollback ', '<service>'],
  ['service rm a b ', '<service>'],
  ['service update web ', ''],
  ['service scale ', '<service>='],
  ['service logs ', '<service> <task>'],
  ['node inspect ', '<node>'],
  ['node ps -q ', '<node>'],
  ['task inspect ', '<task>'],
  ['network ', 'create ls inspect doctor rm'],
  ['network rm ', '<network>'],
  ['network create ', ''],
  ['network create -d ', 'overlay'],
  ['service create --network ', '<network>'],
  ['service update --network-rm b', '<network>'],
  ['service create --network=b', ''],
  ['service create --endpoint-mode ', 'vip dnsrr'],
  ['node update --availability d', 'drain'],
  ['node update --availability=d', '--availability=drain'],
  ['node update --availability = d', 'drain'],
  ['node update --availability drain ', '<node>'],
  ['service update --update-order ', 'stop-first start-first'],
  ['service update --rollback-failure-action ', 'pause continue'],
  ['service update --update-par', '--update-parallelism'],
  ['service ls --filter ', 'id= name= mode= label='],
  ['service ls -f m', 'mode='],
  ['service ls --format ', 'table json'],
  ['service create --env-file ', 'file'],
  ['service create --restart-condition a', 'any'],
  ['service create web:1 --', ''],
  ['swarm join-token ', 'worker manager'],
  ['completion ', 'bash zsh fish'],
  ['service update --secret-a', ''],
  ['stack ', ''],
  ['nosuch thing ', ''],
];

function offered(line: string): string {
  const { candidates, live, liveSuffix, isFile } = complete(line.split(' '));
  return [
    ...candidates.map(({ text }) => text),
    ...live.map((kind) => `<${kind}>${liveSuffix}`),
    ...(isFile ? ['file'] : []),
  ].join(' ');
}

describe('completion', () => {
  for (const [line, expected] of ROWS)
    it(`of "swarmctl ${line}" is: ${expected || 'nothing'}`, () => {
      assert.equal(offered(line), expected);
    });

  it('asks where the line says', () => {
    const { host, certificateDirectory } = complete('--host h1 --cert-dir /c service rm '.split(' '));
    assert.deepEqual([host, certificateDirectory], ['h1', '/c']);
  });

  it('finds every command and every flag that is not refused', () => {
    for (const { path, flags } of COMMANDS) {
      const words = path.split(' ');
      assert.ok(
        offered(words.join(' '))
          .split(' ')
          .includes(words.at(-1) ?? ''),
        path,
      );
      for (const { name, isRefused } of flags)
        assert.equal(
          offered(`${path} --${name}`).split(' ').includes(`--${name}`),
          isRefused !== true,
          `${path} --${name}`,
        );
    }
  });

  it('offers the words that the commands take', () => {
    const wordsOf = (name: string): readonly string[] =>
      SERVICE_UPDATE_FLAGS.find((flag) => flag.name === name)?.words ?? [];
    assert.deepEqual(wordsOf('update-failure-action'), FAILURE_ACTIONS);
    assert.deepEqual(wordsOf('update-order'), UPDATE_ORDERS);
    assert.deepEqual(offered('node update --availability ').split(' '), NODE_AVAILABILITIES);
  });

  it('has an answer for any line', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'service',
        'update',
        'ls',
        '--filter',
        '-f',
        '=',
        '--',
        '-',
        '--host',
        'web',
        '--env-add',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const { candidates, prefix } = complete(words);
        for (const { text } of candidates) assert.ok(text.startsWith(prefix));
      }),
    );
  });
});

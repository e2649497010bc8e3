/**
 * The Raft core against recorded interactions: those of this project, and, where they stand beside it, the ones
 * that etcd's Raft gave.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { caseFiles } from '../../conformance/case-files.js';
import { describeDifference, replay } from '../../conformance/replay.js';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
const OWN = join(PROJECT, 'test', 'conformance', 'scenarios');
const RECORDED = join(PROJECT, '..', 'shared', 'conformance', 'raft');

function titleOf(file: string): string {
  return basename(file, '.txt').replaceAll(/[-_]/g, ' ');
}

function describeFolder(title: string, folder: string): void {
  describe(title, () => {
    for (const file of caseFiles(folder)) {
      it(titleOf(file), () => {
        const differences = replay(readFileSync(file, 'utf8'));
        assert.deepEqual(differences.map(describeDifference), []);
      });
    }
  });
}

describe('the Raft core behaves, byte by byte, as written down', () => {
  describeFolder('in scenarios of this project', OWN);
  if (existsSync(RECORDED)) describeFolder('in interactions that etcd recorded', RECORDED);
});

describe('a replay', () => {
  const EXPECTED = 'vote cfg=(1,2,3) votes=(y,y,_)\n----\nVoteWon\n';

  it('passes a file whose outputs are the same', () => {
    assert.deepEqual(replay(EXPECTED), []);
  });

  it('names the directive and the first line that differs', () => {
    const [difference] = replay(`# A comment.\n\n${EXPECTED.replace('VoteWon', 'VoteLost')}`);
    assert.ok(difference !== undefined);
    assert.equal(
      describeDifference(difference),
      'line 3, vote, line 1 of its output:\n  expected "VoteLost"\n  actual   "VoteWon"',
    );
  });

  it('does not pass a file that tests nothing, is no case file, or uses what nobody knows', () => {
    for (const text of [
      '',
      '# Only a comment.\n',
      'hello\n----\nok\n',
      `${EXPECTED}\nvote colour=red\n----\nVoteWon\n`,
    ])
      assert.equal(replay(text).length, 1, text);
  });

  it('goes on after a difference, but not after a failure inside', () => {
    const wrong = EXPECTED.replace('VoteWon', 'VoteLost');
    assert.equal(replay(`${wrong}\n${wrong}`).length, 2);
    assert.equal(replay(`${wrong}\nvote cfg=(x)\n----\nVoteWon\n\n${wrong}`).length, 2);
  });

  it('reads continued lines, lists with parentheses inside, and outputs with blank lines', () => {
    assert.deepEqual(
      replay('vote \\\n  cfg=(1, 2,3) \\\n  votes=(y,y,n)\n----\n----\nVoteWon\n----\n----\n\n'),
      [],
    );
  });
});

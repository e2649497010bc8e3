/**
 * The real disk and a real kill -9: whatever a killed process had acknowledged is there when the directory
 * is opened again, over and over.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { ListMachine } from '../kit/list-machine.js';
import { diceFrom } from '../kit/power-cuts.js';
import { openSoleMember } from '../kit/sole-member.js';

const WRITER = fileURLToPath(new URL('../kit/log-writer.js', import.meta.url));
const ROUNDS = 6;

/** Runs the writer until it has acknowledged so many, kills it, and returns all that it acknowledged. */
function acknowledgedUntilKilled(directory: string, count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, complaints] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.split('\n').length > count) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1));
      else reject(new Error(`the writer ended by itself: ${complaints}`));
    });
  });
}

describe('kill -9', function () {
  this.timeout(60_000);
  let directory = '';
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'wal-kill-'));
  });
  afterEach(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });

  it('loses nothing that was acknowledged, round after round', async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    const dice = diceFrom(seed);
    let epoch = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const acknowledged = await acknowledgedUntilKilled(directory, 1 + Math.floor(dice() * 1500));
      const stateMachine = new ListMachine();
      const member = await openSoleMember(
        { name: 'reader', directory, segmentBytes: 32 * 1024, maxEntryBytes: 1024 },
        { disk: new NodeDisk(), stateMachine },
      );
      await member.close();
      const found = new Set(stateMachine.entries);
      const lost = acknowledged.filter((text) => !found.has(text));
      assert.deepEqual(lost, [], `seed ${seed}, round ${round}`);
      assert.deepEqual(
        stateMachine.entries.map(Number.parseFloat),
        [...stateMachine.entries.keys()],
        `seed ${seed}`,
      );
      assert.ok(member.leadership.epoch >= epoch + 2, 'each start begins a new epoch');
      epoch = member.leadership.epoch;
    }
  });
});

/**
 * The file of a backup: what was written is read again, and nothing else passes for it.
 */
import assert from 'node:assert/strict';
import { array, assert as check, asyncProperty, integer, uint8Array } from 'fast-check';
import { type BackupHeader, readBackup, writeBackup } from '../../../proto/base/backup-format.js';
import { type ErrorCode, hasCode } from '../../../proto/base/errors.js';

const HEADER: BackupHeader = {
  clusterId: 'c1',
  index: 77,
  recoveryEpoch: 2,
  takenAtMs: 1_900_000_000_000,
  version: '1.2.3',
  nodeId: 'n1',
};

async function* given<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function written(...pieces: readonly Uint8Array[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeBackup(HEADER, given(pieces))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As they come off a disk: cut anywhere. */
function cut(bytes: Uint8Array, chunkBytes: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return chunks;
}

async function read(bytes: Uint8Array, chunkBytes = 7): Promise<{ header: BackupHeader; content: Buffer }> {
  const { header, pieces } = await readBackup(given(cut(bytes, chunkBytes)), 'a.backup');
  const content: Uint8Array[] = [];
  for await (const piece of pieces) content.push(piece);
  return { header, content: Buffer.concat(content) };
}

async function refused(bytes: Uint8Array, code: ErrorCode, sentence: RegExp): Promise<void> {
  await assert.rejects(read(bytes), (error) => {
    assert.ok(hasCode(error, code), String(error));
    assert.match(error.message, sentence);
    return true;
  });
}

describe('the file of a backup', () => {
  it('gives back the header and every byte, however it is cut on the way', async () => {
    await check(
      asyncProperty(
        array(uint8Array({ maxLength: 300 }), { maxLength: 5 }),
        integer({ min: 1, max: 400 }),
        async (pieces, chunkBytes) => {
          const { header, content } = await read(await written(...pieces), chunkBytes);
          assert.deepEqual(header, HEADER);
          assert.deepEqual(content, Buffer.concat(pieces));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('that is cut off anywhere is refused', async () => {
    const whole = await written(Buffer.from('first'), Buffer.from('second'));
    for (let length = 0; length < whole.length; length++)
      await refused(whole.subarray(0, length), 'input.invalid', /is damaged|is not a backup/);
  });

  it('with any bit turned over is refused', async () => {
    const whole = await written(Buffer.from('first'), Buffer.from('second'));
    for (let at = 0; at < whole.length; at++) {
      const turned = Buffer.from(whole);
      turned.writeUInt8(turned.readUInt8(at) ^ 0x10, at);
      await refused(turned, 'input.invalid', /a\.backup.*(is damaged|is not a backup)/);
    }
  });

  it('says where it is damaged', async () => {
    const whole = await written(Buffer.from('first'));
    whole.writeUInt8(0, whole.length - 1);
    await refused(whole, 'input.invalid', /damaged at byte \d+: a checksum is wrong/);
  });

  it('with something behind its end, or without pieces it counts, is refused', async () => {
    const whole = await written(Buffer.from('first'));
    await refused(Buffer.concat([whole, whole.subarray(14)]), 'input.invalid', /follows its end/);
  });

  it('that is something else is refused by name', async () => {
    await refused(Buffer.from('{"not": "ours"}'), 'input.invalid', /"a\.backup": is not a backup/);
  });

  it('of a newer build is refused, with both formats', async () => {
    const pieces = writeBackup({ ...HEADER, format: 9 } as unknown as BackupHeader, given([]));
    const chunks: Uint8Array[] = [];
    for await (const chunk of pieces) chunks.push(chunk);
    await refused(Buffer.concat(chunks), 'format.unknown', /format 9; this build reads up to 1/);
  });
});

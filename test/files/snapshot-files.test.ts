/**
 * The files of snapshots in one directory: who writes at the same time, and what an earlier life left.
 */
import assert from 'node:assert/strict';
import { SnapshotFiles } from 'raft-ts/snapshot-file.js';
import { SimDisk } from '../kit/sim-disk.js';

const DIRECTORY = '/snapshots';
const REFERENCE = { index: 7, term: 2, data: Buffer.from('members') };

async function* piecesOf(texts: readonly string[], between: Promise<void>): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    yield Buffer.from(text);
    await between;
  }
}

async function textIn(files: SnapshotFiles): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.read(REFERENCE)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function newFiles(): Promise<{ disk: SimDisk; files: SnapshotFiles }> {
  const disk = new SimDisk();
  await disk.makeDirectory(DIRECTORY);
  return { disk, files: new SnapshotFiles({ directory: DIRECTORY }, { disk }) };
}

describe('snapshot files', () => {
  it('of the same index may be written by two at the same time, and one of them is there whole', async () => {
    const { files } = await newFiles();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = files.write(REFERENCE, piecesOf(['own, ', 'and long', ' and longer'], held));
    const second = files.write(REFERENCE, piecesOf(["another's"], Promise.resolve()));
    await second;
    assert.equal(await textIn(files), "another's");
    await files.removeOthers(REFERENCE);
    release();
    await first;
    assert.equal(await textIn(files), 'own, and long and longer');
  });

  it('that a crash cut short are removed, also those of the newest snapshot', async () => {
    const { disk, files } = await newFiles();
    await files.write(REFERENCE, piecesOf(['kept'], Promise.resolve()));
    const [kept = ''] = disk.files(DIRECTORY);
    for (const left of ['.tmp', '.1.tmp', '.2.tmp']) disk.place(`${kept}${left}`, Buffer.from('half'));
    await files.removeOthers(REFERENCE);
    assert.deepEqual(disk.files(DIRECTORY), [kept]);
    assert.equal(await textIn(files), 'kept');
  });
});

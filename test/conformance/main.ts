/**
 * `npm run conformance:raft -- DIR...`: replays every case file under the folders, or the files themselves, and
 * closes with how many passed. Fails if any did, or if there was none.
 */
import { readFileSync, statSync } from 'node:fs';
import { caseFiles } from './case-files.js';
import { describeDifference, replay } from './replay.js';

function main(places: readonly string[]): number {
  if (places.length === 0) {
    console.error('usage: npm run conformance:raft -- DIR...');
    return 1;
  }
  let passed = 0;
  let failed = 0;
  for (const place of places) {
    if (statSync(place, { throwIfNoEntry: false }) === undefined) {
      console.error(`${place}: there is no such file or folder`);
      failed += 1;
      continue;
    }
    for (const file of caseFiles(place)) {
      const [difference, ...more] = replay(readFileSync(file, 'utf8'));
      if (difference === undefined) {
        passed += 1;
        continue;
      }
      failed += 1;
      console.log(`FAILED ${file}: ${more.length + 1} outputs differ; the first:`);
      console.log(describeDifference(difference));
    }
  }
  if (passed + failed === 0) console.error('no case file was found');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));

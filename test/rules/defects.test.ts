/**
 * That each known defect of Docker Swarm is kept out by a test that there is.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DEFECTS } from './defects.js';

const TESTS = fileURLToPath(new URL('../../../test/', import.meta.url));

describe('a defect of Docker Swarm', () => {
  for (const { what, file, title } of DEFECTS)
    it(`is kept out: ${what}`, async () => {
      const source = await readFile(`${TESTS}${file}`, 'utf8');
      assert.ok(source.includes(`it('${title}'`), `${file} has no test "${title}"`);
    });
});

/**
 * Where the recorded cases are: every .txt file under a folder, in the order of their names.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function caseFiles(place: string): readonly string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/**
 * Exit code 0 when node_modules holds exactly what package-lock.json names, as npm itself recorded at the last install.
 * File times would not do: a checkout of the same lock file makes it look newer.
 */
import { readFileSync } from 'node:fs';

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined; // Never installed, or an install that was cut off.
  }
}

const wanted = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
const isSame = (a, b) =>
  a?.version === b?.version && a?.integrity === b?.integrity && a?.resolved === b?.resolved;
const differing = Object.keys({ ...wanted, ...installed }).filter((path) => {
  if (path === '') return false; // The project itself; npm does not record it.
  if (wanted?.[path]?.optional === true && installed?.[path] === undefined) return false; // For another platform.
  return !isSame(wanted?.[path], installed?.[path]);
});
process.exit(installed !== undefined && differing.length === 0 ? 0 : 1);

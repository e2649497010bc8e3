/**
 * Which platforms run on which: an image's platform against a node's.
 */
import type { Platform } from '../gen/objects.js';

// The container engine, compilers and image manifests use different words for the same processor.
const ARCHITECTURE_NAMES: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };

/** Whether any of the wanted platforms is the node's; an empty field stands for every value. */
export function matchesPlatform(wanted: readonly Platform[], platform: Platform | undefined): boolean {
  if (wanted.length === 0) return true;
  if (platform === undefined) return false;
  return wanted.some(
    ({ architecture, os }) =>
      (architecture === '' || canonical(architecture) === canonical(platform.architecture)) &&
      (os === '' || os.toLowerCase() === platform.os.toLowerCase()),
  );
}

function canonical(architecture: string): string {
  const name = architecture.toLowerCase();
  return ARCHITECTURE_NAMES[name] ?? name;
}

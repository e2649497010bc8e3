/**
 * The grammar of image references: [registry/]path[:tag][@digest]. Says which part is wrong; what the
 * parts mean is for the registry and the runtime.
 */
import { demand, refuse } from './refusal.js';

export interface ImageReference {
  /** Registry and path, as written. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const LONGEST_NAME = 255;
// Name, tag and digest together are never longer; checked first, as some patterns are slow on long text.
const LONGEST_REFERENCE = 1024;
const REGISTRY =
  /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:\d+)?$/i;
const PATH_PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z][a-z0-9]*([-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,}$/i;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
const IMAGE_ID = /^[0-9a-f]{64}$/;

/** Reads a reference; throws input.invalid with the part that is wrong. */
export function parseImageReference(text: string, field = 'image'): ImageReference {
  demand(text !== '', field, 'must not be empty');
  demand(text.length <= LONGEST_REFERENCE, field, `must have at most ${LONGEST_REFERENCE} characters`);
  demand(!IMAGE_ID.test(text), field, 'must be a name, not the id of an image', text);
  const [named = '', ...digests] = text.split('@');
  const [digest] = digests;
  demand(digests.length <= 1, field, 'must have at most one "@"', text);
  if (digest !== undefined) checkDigest(digest, field, text);
  // A colon after the last slash begins the tag; one before it belongs to the registry's port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag))
    refuse(
      field,
      'tag must be 1 to 128 letters, digits, "_", "." or "-" and not begin with "." or "-"',
      text,
    );
  checkName(name, field, text);
  return { name, tag, digest };
}

function checkName(name: string, field: string, text: string): void {
  const parts = name.split('/');
  const [first = ''] = parts;
  const hasRegistry = parts.length > 1 && (/[.:A-Z]/.test(first) || first === 'localhost');
  demand(!hasRegistry || REGISTRY.test(first), field, 'registry must be HOST or HOST:PORT', text);
  const path = hasRegistry ? parts.slice(1) : parts;
  for (const part of path)
    if (!PATH_PART.test(part))
      refuse(
        field,
        'each part of the name must be lower-case letters and digits, with single ".", "_", "__" or dashes between them',
        text,
      );
  demand(name.length <= LONGEST_NAME, field, `name must have at most ${LONGEST_NAME} characters`, text);
}

function checkDigest(digest: string, field: string, text: string): void {
  const isRight = digest.startsWith('sha256:') ? SHA256.test(digest) : DIGEST.test(digest);
  demand(isRight, field, 'digest must have the form sha256: and 64 hexadecimal digits', text);
}

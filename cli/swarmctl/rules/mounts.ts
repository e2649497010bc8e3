/**
 * --mount values → mounts. Every field of the grammar is known here; what is not built yet is refused by
 * its name.
 */
import { type Mount, MountCodec, type MountType } from '../../../proto/gen/objects.js';
import { parseBoolean, parseBytes } from './amounts.js';
import { complaint } from './complaint.js';
import { parseFullPair, parseOptions } from './value-texts.js';

const PROPAGATIONS = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
const TYPES: readonly MountType[] = ['volume', 'bind', 'tmpfs', 'cluster'];
const TYPES_TO_COME = ['npipe', 'image'];
const FIELDS_TO_COME = [
  'bind-recursive',
  'bind-nonrecursive',
  'volume-subpath',
  'consistency',
  'tmpfs-options',
];

/** "type=volume,source=data,target=/data[,readonly]…"; the type is volume unless said. */
export function parseMount(flag: string, text: string): Mount {
  let mount: Mount = MountCodec.create({ type: 'volume' });
  const seen = new Set<string>();
  for (const [key, value] of parseOptions(flag, text)) {
    seen.add(key.split('-')[0] ?? key);
    mount = { ...mount, ...mountField(flag, text, mount, key, value) };
  }
  checkMount(flag, text, mount, seen);
  return mount;
}

function mountField(
  flag: string,
  text: string,
  mount: Mount,
  key: string,
  value: string | undefined,
): Partial<Mount> {
  switch (key) {
    // A field that may stand alone is then on.
    case 'readonly':
    case 'ro':
      return { readOnly: value === undefined || parseBoolean(`${flag} ${key}`, value) };
    case 'volume-nocopy':
      return { volumeNoCopy: value === undefined || parseBoolean(`${flag} ${key}`, value) };
  }
  if (value === undefined || value === '')
    throw complaint(flag, `"${key}" needs a value: the fields are written NAME=VALUE`, text);
  switch (key) {
    case 'type':
      return { type: parseType(flag, text, value.toLowerCase()) };
    case 'source':
    case 'src':
      return { source: value };
    case 'target':
    case 'dst':
    case 'destination':
      return { target: value };
    default:
      return optionField(flag, text, mount, key, value);
  }
}

function optionField(flag: string, text: string, mount: Mount, key: string, value: string): Partial<Mount> {
  switch (key) {
    case 'bind-propagation':
      if (!PROPAGATIONS.includes(value))
        throw complaint(flag, `bind-propagation must be one of ${PROPAGATIONS.join(', ')}`, text);
      return { bindPropagation: value };
    case 'volume-driver':
      return { volumeDriver: value };
    case 'volume-label': {
      const [name, label] = value.includes('=') ? parseFullPair(flag, value) : [value, ''];
      return { volumeLabels: { ...mount.volumeLabels, [name]: label } };
    }
    case 'volume-opt': {
      const [name, option] = value.includes('=') ? parseFullPair(flag, value) : [value, ''];
      return { volumeOptions: { ...mount.volumeOptions, [name]: option } };
    }
    case 'tmpfs-size':
      return { tmpfsSizeBytes: parseBytes(`${flag} ${key}`, value) };
    case 'tmpfs-mode':
      if (!/^[0-7]{1,5}$/.test(value)) throw complaint(flag, 'tmpfs-mode must be octal, such as 1777', text);
      return { tmpfsMode: Number.parseInt(value, 8) };
    default:
      if (FIELDS_TO_COME.includes(key)) throw complaint(flag, `${key} is not supported yet`, text);
      throw complaint(flag, `"${key}" is not a field of a mount`, text);
  }
}

function parseType(flag: string, text: string, value: string): MountType {
  const type = TYPES.find((known) => known === value);
  if (type !== undefined) return type;
  if (TYPES_TO_COME.includes(value)) throw complaint(flag, `type=${value} is not supported yet`, text);
  throw complaint(flag, `type must be one of ${TYPES.join(', ')}`, text);
}

function checkMount(flag: string, text: string, mount: Mount, seen: ReadonlySet<string>): void {
  if (mount.target === '') throw complaint(flag, 'needs target=PATH', text);
  if (!mount.target.startsWith('/')) throw complaint(flag, 'target must be an absolute path', text);
  if (mount.type === 'bind' && !mount.source.startsWith('/'))
    throw complaint(flag, 'a bind mount needs source=PATH, an absolute path on the node', text);
  if (mount.type === 'tmpfs' && mount.source !== '')
    throw complaint(flag, 'a tmpfs mount takes no source', text);
  if (mount.type === 'cluster' && mount.source === '')
    throw complaint(flag, 'a cluster mount needs source=VOLUME', text);
  for (const type of TYPES) {
    if (type !== mount.type && seen.has(type))
      throw complaint(flag, `${type}-… fields do not go with type=${mount.type}`, text);
  }
}

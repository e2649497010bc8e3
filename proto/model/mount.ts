/**
 * What may be mounted into a container: bind mounts, volumes of the node and of the cluster, and memory-backed
 * directories.
 */
import { unreachable } from '../base/invariant.js';
import type { Mount } from '../gen/objects.js';
import { checkCount, checkLabels, checkText, checkUnique } from './input-check.js';
import { demand } from './refusal.js';

const FIELD = 'mount';
const PROPAGATIONS = ['', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
const VOLUME_NAME = /^[a-z0-9][a-z0-9_.-]+$/i;
const CLUSTER_VOLUME = /^(?:group:)?[a-z0-9][a-z0-9_.-]*$/i;
const HIGHEST_MODE = 0o7777;

export function checkMounts(mounts: readonly Mount[]): void {
  for (const mount of mounts) checkMount(mount);
  const targets = mounts.map(({ target }) => withoutEndingSlash(target));
  checkUnique(targets, FIELD, 'only one mount may have this target');
}

function checkMount(mount: Mount): void {
  const { target, source } = mount;
  demand(isAbsolute(target), FIELD, 'target must be an absolute path', target);
  demand(withoutEndingSlash(target) !== '', FIELD, 'target must not be "/"', target);
  checkText(target, FIELD);
  checkText(source, FIELD);
  checkOptionsFit(mount);
  switch (mount.type) {
    case 'bind':
      demand(isAbsolute(source), FIELD, 'source of a bind mount must be an absolute path', source);
      demand(
        PROPAGATIONS.includes(mount.bindPropagation),
        FIELD,
        `bind-propagation must be one of ${PROPAGATIONS.slice(1).join(', ')}`,
        mount.bindPropagation,
      );
      return;
    case 'volume':
      demand(
        source === '' || VOLUME_NAME.test(source),
        FIELD,
        'name of a volume must be two or more letters, digits, "_", "." and "-", and begin with a letter or digit',
        source,
      );
      checkLabels(mount.volumeLabels, 'volume-label');
      checkLabels(mount.volumeOptions, 'volume-opt');
      return;
    case 'tmpfs':
      demand(source === '', FIELD, 'a tmpfs has no source', source);
      checkCount(mount.tmpfsSizeBytes, 'tmpfs-size');
      checkCount(mount.tmpfsMode, 'tmpfs-mode', HIGHEST_MODE);
      return;
    case 'cluster':
      demand(
        CLUSTER_VOLUME.test(source),
        FIELD,
        'source of a cluster mount must be the name of a volume, or group: and the name of a group of them',
        source,
      );
      return;
    default:
      unreachable(mount.type);
  }
}

function checkOptionsFit(mount: Mount): void {
  const { type, target } = mount;
  const hasVolumeOption =
    mount.volumeDriver !== '' ||
    mount.volumeNoCopy ||
    Object.keys(mount.volumeLabels).length > 0 ||
    Object.keys(mount.volumeOptions).length > 0;
  demand(
    type === 'bind' || mount.bindPropagation === '',
    FIELD,
    'bind-propagation is for bind mounts',
    target,
  );
  demand(
    type === 'volume' || !hasVolumeOption,
    FIELD,
    'volume options are for mounts of type volume',
    target,
  );
  demand(
    type === 'tmpfs' || (mount.tmpfsSizeBytes === 0 && mount.tmpfsMode === 0),
    FIELD,
    'tmpfs options are for mounts of type tmpfs',
    target,
  );
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

function withoutEndingSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

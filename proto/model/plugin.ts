/**
 * Plugins of the engine that a service's tasks need: drivers of volumes and of logs. Owns which those are, and
 * whether a node has one.
 */
import type { Node, ServiceSpec } from '../gen/objects.js';

export interface WantedPlugin {
  readonly type: 'Volume' | 'Log';
  readonly name: string;
}

/** What the spec needs beside what every engine has. */
export function pluginsOf({ task }: Pick<ServiceSpec, 'task'>): readonly WantedPlugin[] {
  const wanted: WantedPlugin[] = [];
  for (const { type, volumeDriver } of task?.container?.mounts ?? [])
    if (type === 'volume' && volumeDriver !== '' && volumeDriver !== 'local')
      wanted.push({ type: 'Volume', name: volumeDriver });
  const logDriver = task?.logDriver?.name ?? '';
  if (logDriver !== '' && logDriver !== 'none') wanted.push({ type: 'Log', name: logDriver });
  return wanted;
}

/**
 * A node that reports no plugins is one whose engine does not say: it passes, and so does any log driver
 * where the engine lists none.
 */
export function hasPlugin({ description }: Node, { type, name }: WantedPlugin): boolean {
  const plugins = description?.plugins ?? [];
  if (plugins.length === 0) return true;
  const ofType = plugins.filter((plugin) => plugin.type === type);
  if (type === 'Log' && ofType.length === 0) return true;
  return ofType.some((plugin) => withTag(plugin.name) === withTag(name));
}

/** A plugin without a tag is its latest. */
function withTag(name: string): string {
  return name.includes(':') ? name : `${name}:latest`;
}

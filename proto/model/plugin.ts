/**
 * What beside an ordinary engine a service's tasks need: drivers of volumes, of logs and of overlay networks. Owns
 * which those are, and whether a node has one.
 */
import type { Node, ServiceSpec } from '../gen/objects.js';
import { needsNetworks } from './network.js';

export interface WantedPlugin {
  readonly type: 'Volume' | 'Log' | 'Network';
  readonly name: string;
}

/** What the spec needs beside what every engine has. */
export function pluginsOf(spec: ServiceSpec): readonly WantedPlugin[] {
  const { task } = spec;
  const wanted: WantedPlugin[] = [];
  for (const { type, volumeDriver } of task?.container?.mounts ?? [])
    if (type === 'volume' && volumeDriver !== '' && volumeDriver !== 'local')
      wanted.push({ type: 'Volume', name: volumeDriver });
  const logDriver = task?.logDriver?.name ?? '';
  if (logDriver !== '' && logDriver !== 'none') wanted.push({ type: 'Log', name: logDriver });
  if (needsNetworks(spec)) wanted.push({ type: 'Network', name: 'overlay' });
  return wanted;
}

/**
 * A node that reports no plugins is one whose engine does not say: it passes, and so does any log driver
 * where the engine lists none. Of overlay networks only the agent's word counts: engines list a driver that works in a
 * Docker Swarm only, and without an address of the node nobody would reach what is there.
 */
export function hasPlugin({ description }: Node, { type, name }: WantedPlugin): boolean {
  const plugins = description?.plugins ?? [];
  if (type === 'Network') return networkProblem(description) === '';
  if (plugins.length === 0) return true;
  const ofType = plugins.filter((plugin) => plugin.type === type);
  if (type === 'Log' && ofType.length === 0) return true;
  return ofType.some((plugin) => withTag(plugin.name) === withTag(name));
}

/** Why the node cannot take part in overlay networks; empty while it can. */
export function networkProblem(description: Node['description']): string {
  const { networking } = description ?? {};
  if (networking === undefined) return 'its swarmd knows no overlay networks: update it';
  if (networking.problem !== '' || networking.dataAddress !== '') return networking.problem;
  return 'it has not said where other nodes reach it; it looks again every 20 s';
}

/** A plugin without a tag is its latest. */
function withTag(name: string): string {
  return name.includes(':') ? name : `${name}:latest`;
}

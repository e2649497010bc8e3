/**
 * From the engine's own account of itself to the description of a node. Pure.
 */
import { type NodeDescription, NodeDescriptionCodec } from '../../../../proto/gen/objects.js';

/** The part of the engine's info that this program reads. */
export interface EngineInfo {
  readonly Name: string;
  readonly Architecture: string;
  readonly OSType: string;
  readonly NCPU: number;
  readonly MemTotal: number;
  readonly ServerVersion: string;
  readonly Labels?: readonly string[] | null;
}

const NANO_CPUS_PER_CPU = 1_000_000_000;

export function describeEngine(info: EngineInfo): NodeDescription {
  return NodeDescriptionCodec.create({
    hostname: info.Name,
    platform: { architecture: info.Architecture, os: info.OSType },
    resources: { nanoCpus: info.NCPU * NANO_CPUS_PER_CPU, memoryBytes: info.MemTotal },
    engineVersion: info.ServerVersion,
    engineLabels: Object.fromEntries((info.Labels ?? []).map(keyAndValue)),
  });
}

function keyAndValue(label: string): [string, string] {
  const at = label.indexOf('=');
  return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 1)];
}

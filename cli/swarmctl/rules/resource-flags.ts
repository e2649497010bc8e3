/**
 * Flags of limits and reservations → what tasks may use and what nodes must have free for them.
 */
import { type ResourceRequirements, ResourceRequirementsCodec } from '../../../proto/gen/objects.js';
import { parseGenericReservation } from '../../../proto/model/generic-resources.js';
import { parseBytes, parseNanoCpus, parseWhole } from './amounts.js';
import type { FlagValues } from './flag-values.js';
import type { ListFlags } from './list-flags.js';

/** The resources with the flags' changes; what no flag names stays as it is. */
export function changedResources(
  resources: ResourceRequirements | undefined,
  flags: FlagValues,
  lists: ListFlags,
): ResourceRequirements | undefined {
  const limitCpus = flags.parsed('limit-cpu', parseNanoCpus);
  const limitMemory = flags.parsed('limit-memory', parseBytes);
  const limitPids = flags.parsed('limit-pids', parseWhole);
  const reserveCpus = flags.parsed('reserve-cpu', parseNanoCpus);
  const reserveMemory = flags.parsed('reserve-memory', parseBytes);
  const generic = lists.change('generic-resource');
  const given = [limitCpus, limitMemory, limitPids, reserveCpus, reserveMemory];
  if (!generic.isGiven && given.every((value) => value === undefined)) return resources;
  const before = ResourceRequirementsCodec.create({
    ...resources,
    limits: resources?.limits ?? {},
    reservations: resources?.reservations ?? {},
  });
  return ResourceRequirementsCodec.create({
    ...before,
    limits: {
      ...before.limits,
      ...(limitCpus === undefined ? {} : { nanoCpus: limitCpus }),
      ...(limitMemory === undefined ? {} : { memoryBytes: limitMemory }),
      ...(limitPids === undefined ? {} : { pids: limitPids }),
    },
    reservations: {
      ...before.reservations,
      ...(reserveCpus === undefined ? {} : { nanoCpus: reserveCpus }),
      ...(reserveMemory === undefined ? {} : { memoryBytes: reserveMemory }),
      generic: generic.applied(before.reservations?.generic ?? [], {
        parse: (flag, text) => parseGenericReservation(text, flag),
        keyOf: ({ kind }) => kind,
        // With or without the count, as it was given.
        removalKey: (_flag, text) => text.split('=')[0] ?? text,
      }),
    },
  });
}

/**
 * --mode, --replicas and --max-concurrent → the mode of a service: which of them go with which mode, and what holds
 * where they say nothing.
 */
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { isJob, modeName, type ModeName, SERVICE_MODES } from '../../../proto/model/service-mode.js';
import { parseCount } from './amounts.js';
import { complaint } from './complaint.js';
import type { FlagValues } from './flag-values.js';

type Mode = ServiceSpec['mode'];

const BLANK: Readonly<Record<ModeName, Mode>> = {
  replicated: { kind: 'replicated', replicated: { replicas: 1 } },
  global: { kind: 'global', global: {} },
  'replicated-job': { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } },
  'global-job': { kind: 'globalJob', globalJob: {} },
};

/** The mode of a new service. A replicated job runs all at once where nothing else is said. */
export function newMode(flags: FlagValues): Mode {
  const mode = BLANK[flags.word('mode', SERVICE_MODES) ?? 'replicated'];
  if (mode?.kind !== 'replicatedJob') return mode;
  const totalCompletions = flags.parsed('replicas', parseCount) ?? 1;
  return { ...mode, replicatedJob: { totalCompletions, maxConcurrent: totalCompletions } };
}

/** The mode with what the flags say; refuses flags that do not go with it. */
export function changedMode(spec: ServiceSpec, flags: FlagValues): Mode {
  const { mode } = spec;
  const name = modeName(spec);
  const replicas = flags.parsed('replicas', parseCount);
  const maxConcurrent = flags.parsed('max-concurrent', parseCount);
  if (maxConcurrent !== undefined && name !== 'replicated-job')
    throw complaint('--max-concurrent', `goes with mode replicated-job only, and this is ${name}`);
  refuseOnJob(spec, name, flags);
  switch (mode?.kind) {
    case 'replicated':
      return { ...mode, replicated: { replicas: replicas ?? mode.replicated.replicas } };
    case 'replicatedJob': {
      const before = mode.replicatedJob;
      const totalCompletions = replicas ?? before.totalCompletions;
      // What ran all at once still does.
      const kept = before.maxConcurrent === before.totalCompletions ? totalCompletions : before.maxConcurrent;
      return { ...mode, replicatedJob: { totalCompletions, maxConcurrent: maxConcurrent ?? kept } };
    }
    default:
      if (replicas !== undefined)
        throw complaint(
          '--replicas',
          `goes with mode replicated and replicated-job only, and this is ${name}`,
        );
      return mode;
  }
}

/** As many tasks; of a job as many completions, all at once. */
export function scaledMode(spec: ServiceSpec, ref: string, count: number): Mode {
  switch (spec.mode?.kind) {
    case 'replicated':
      return { kind: 'replicated', replicated: { replicas: count } };
    case 'replicatedJob':
      return { kind: 'replicatedJob', replicatedJob: { totalCompletions: count, maxConcurrent: count } };
    default:
      throw complaint(
        ref,
        `scale can only be used with replicated or replicated-job mode, and this is ${modeName(spec)}`,
      );
  }
}

function refuseOnJob(spec: ServiceSpec, name: ModeName, flags: FlagValues): void {
  const flag = flags.names.find((each) => /^(?:update|rollback)-/.test(each));
  if (isJob(spec) && flag !== undefined)
    throw complaint(`--${flag}`, `does not go with mode ${name}: each change of a job is a new run`);
}

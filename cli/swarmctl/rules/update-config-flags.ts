/**
 * The `--update-*` and `--rollback-*` flags → how tasks are replaced when the service changes, and how when
 * it goes back. Both sets are the same but for the failure action that a rollback cannot have.
 */
import { FAILURE_ACTIONS, UPDATE_ORDERS, type UpdateConfig } from '../../../proto/gen/objects.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { parseCount } from './amounts.js';
import { complaint } from './complaint.js';
import { parseDurationMs } from './durations.js';
import type { FlagValues } from './flag-values.js';

type Kind = 'update' | 'rollback';

/** The options with the flags' changes; as they are when no flag names them. */
export function changedUpdateConfig(
  config: UpdateConfig | undefined,
  kind: Kind,
  flags: FlagValues,
): UpdateConfig | undefined {
  const given: { readonly [F in keyof UpdateConfig]: UpdateConfig[F] | undefined } = {
    parallelism: flags.parsed(`${kind}-parallelism`, parseCount),
    delayMs: flags.parsed(`${kind}-delay`, parseDurationMs),
    failureAction: flags.word(`${kind}-failure-action`, failureActions(kind)),
    monitorMs: flags.parsed(`${kind}-monitor`, parseDurationMs),
    maxFailureRatio: flags.parsed(`${kind}-max-failure-ratio`, parseRatio),
    order: flags.word(`${kind}-order`, UPDATE_ORDERS),
    progressDeadlineMs: flags.parsed(`${kind}-progress-deadline`, parseDurationMs),
  };
  const changes = Object.entries(given).filter(([, value]) => value !== undefined);
  if (changes.length === 0) return config;
  return { ...(config ?? DEFAULT_UPDATE_CONFIG), ...Object.fromEntries(changes) };
}

/** A rollback has nothing to roll back to. */
function failureActions(kind: Kind): UpdateConfig['failureAction'][] {
  return FAILURE_ACTIONS.filter((action) => kind === 'update' || action !== 'rollback');
}

function parseRatio(flag: string, text: string): number {
  const ratio = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || ratio > 1)
    throw complaint(flag, 'must be a number from 0 to 1, such as 0.25', text);
  return ratio;
}

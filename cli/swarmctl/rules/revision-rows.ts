/**
 * The revisions of a service: as rows of `service history`, and the difference of two of them as lines of
 * `service diff`.
 */
import type { ListRevisionsReply } from '../../../proto/gen/control.js';
import type { ServiceRevision, ServiceSpec } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { complaint } from './complaint.js';
import { agoInWords } from './durations.js';
import { specChanges } from './spec-changes.js';
import { changeTexts } from './spec-fields.js';
import { shorten } from './table.js';

export const REVISION_KEYS = ['Revision', 'Created', 'Changes', 'Request', 'Note'];

const LONGEST_CHANGES = 60;

export interface RevisionRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, string>>;
}

export interface RevisionRowOptions {
  readonly nowMs: number;
  readonly truncate: boolean;
}

/** The newest first. */
export function revisionRows(
  { service, revisions }: ListRevisionsReply,
  { nowMs, truncate }: RevisionRowOptions,
): readonly RevisionRow[] {
  const rows = revisions.map((one, at) => {
    const id = String(one.revision);
    const changes = changesOf(one, revisions.slice(0, at));
    const json = {
      Revision: id,
      Created: agoInWords(one.meta?.createdAtMs ?? 0, nowMs),
      Changes: truncate ? shorten(changes, LONGEST_CHANGES) : changes,
      Request: one.requestId,
      Note: noteOf(one.revision, service),
    };
    return { id, cells: Object.values(json), json };
  });
  return rows.toReversed();
}

function changesOf({ revision, spec }: ServiceRevision, earlier: readonly ServiceRevision[]): string {
  const before = earlier.at(-1);
  if (revision === 1) return 'created';
  if (before?.spec === undefined || spec === undefined) return '';
  const same = earlier.findLast((one) => isSame(one.spec, spec));
  const texts = specChanges(before.spec, spec).map((change) => changeTexts(change).join(' '));
  const whole = texts.join(', ');
  if (same === undefined) return since(before.revision, revision) + whole;
  return `${since(before.revision, revision)}as ${same.revision}: ${whole}`;
}

/** Said where those in between are no longer kept. */
function since(before: number, revision: number): string {
  return before === revision - 1 ? '' : `since ${before}: `;
}

function noteOf(revision: number, service: ListRevisionsReply['service']): string {
  if (revision === service?.revision) return 'present';
  return revision === service?.previousRevision ? 'rollback target' : '';
}

/** Two revisions to compare: those that were named, else the present one and the one before. */
export function comparedRevisions(
  { service, revisions }: ListRevisionsReply,
  from: number | undefined,
  to: number | undefined,
): readonly [from: ServiceRevision, to: ServiceRevision] {
  const newer = kept(revisions, 'TO', to ?? service?.revision ?? 0);
  if (from !== undefined) return [kept(revisions, 'FROM', from), newer];
  const older = revisions.findLast(({ revision }) => revision < newer.revision);
  if (older === undefined)
    throw complaint('FROM', `there is no revision before ${newer.revision} that is kept`);
  return [older, newer];
}

function kept(revisions: readonly ServiceRevision[], field: string, number: number): ServiceRevision {
  const found = revisions.find(({ revision }) => revision === number);
  if (found !== undefined) return found;
  const numbers = revisions.map(({ revision }) => revision).join(', ');
  throw complaint(field, `is not a revision that is kept; these are: ${numbers}`, String(number));
}

/** One line per field, the names in a column of their own. */
export function differenceLines(before: ServiceSpec, after: ServiceSpec): readonly string[] {
  const changes = specChanges(before, after).map(changeTexts);
  const width = Math.max(0, ...changes.map(([field]) => field.length));
  return changes.map(([field, text]) => `${field.padEnd(width)}  ${text}`);
}

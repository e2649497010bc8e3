/**
 * Commands that take several names: each is tried, failures are reported one by one, and the first of them
 * decides how the program ends.
 */
import { errorText, exitCodeForError } from '../rules/error-text.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { Template } from '../rules/format.js';
import type { Session } from '../session.js';

export async function forEachRef(
  refs: readonly string[],
  session: Session,
  act: (ref: string) => Promise<void>,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  for (const ref of refs) {
    try {
      await act(ref);
    } catch (error) {
      session.signal.throwIfAborted();
      session.output.note(errorText(error, session.connection.requestId));
      if (exitCode === EXIT.ok) exitCode = exitCodeForError(error);
    }
  }
  return exitCode;
}

export interface Inspection<T> {
  readonly read: (ref: string) => Promise<readonly T[]>;
  readonly json: (found: T) => Readonly<Record<string, unknown>>;
  /** Given when each object shall be printed by it. */
  readonly template: Template | undefined;
  /** Given when the text form was asked for. */
  readonly pretty?: (found: T) => readonly string[];
}

/** Prints what was found, as one JSON array, as text or by a template, though some refs failed. */
export async function inspectEach<T>(
  refs: readonly string[],
  session: Session,
  inspection: Inspection<T>,
): Promise<ExitCode> {
  const found: T[] = [];
  const exitCode = await forEachRef(refs, session, async (ref) => {
    found.push(...(await inspection.read(ref)));
  });
  const { pretty, template, json } = inspection;
  if (template !== undefined) for (const one of found) session.output.line(template({ fields: json(one) }));
  else if (pretty === undefined) session.output.json(found.map(inspection.json));
  else if (found.length > 0) session.output.line(found.map((one) => pretty(one).join('\n')).join('\n\n'));
  return exitCode;
}

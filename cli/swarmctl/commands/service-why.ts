/**
 * service why: what the tasks of a service wait for.
 */
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { whyLines } from '../rules/why-text.js';
import type { Invocation, Session } from '../session.js';

export async function explainService({ args }: Invocation, session: Session): Promise<ExitCode> {
  const [ref = ''] = args;
  const control = await session.connection.control();
  const reply = await control.explainPlacement({ ref }, session.connection.callOptions);
  for (const line of whyLines(reply, session.clock.nowMs())) session.output.line(line);
  return EXIT.ok;
}

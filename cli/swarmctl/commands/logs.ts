/**
 * service logs: lines of all tasks as they come in. A source that cannot be read is named on stderr once,
 * and the others go on. When a manager is lost it goes on, of another, where it was.
 */
import type { LogsReply } from '../../../proto/gen/control.js';
import type { LogOptions } from '../../../proto/gen/dispatcher.js';
import { following } from '../following.js';
import { parseCount } from '../rules/amounts.js';
import { parseInstantMs } from '../rules/durations.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { LogPrefixes } from '../rules/log-lines.js';
import { LogResume } from '../rules/log-resume.js';
import type { Invocation, Session } from '../session.js';

export async function showLogs({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output, clock } = session;
  const options: LogOptions = {
    follow: flags.isOn('follow'),
    tail: flags.parsed('tail', parseTail) ?? -1,
    sinceMs: flags.parsed('since', (flag, text) => parseInstantMs(flag, text, clock.nowMs())) ?? 0,
    stdout: true,
    stderr: true,
  };
  const prefixes = new LogPrefixes({
    raw: flags.isOn('raw'),
    timestamps: flags.isOn('timestamps'),
    resolve: !flags.isOn('no-resolve'),
    truncate: !flags.isOn('no-trunc'),
    taskIds: !flags.isOn('no-task-ids'),
  });
  const missing = new Set<string>();
  const control = await connection.control();
  const resume = new LogResume();
  const open = (): AsyncIterable<LogsReply> =>
    control.logs({ ref: args[0] ?? '', options: resume.again(options) }, connection.callOptions);
  for await (const reply of following(open, session)) {
    prefixes.learn(reply.tasks);
    for (const line of reply.lines) {
      if (!resume.isNew(line)) continue;
      const sink = line.stream === 'stderr' ? output.stderr : output.stdout;
      sink.write(prefixes.text(line));
    }
    if (reply.missing !== '' && !missing.has(reply.missing)) {
      missing.add(reply.missing);
      output.note(reply.missing);
    }
  }
  return EXIT.ok;
}

/** Lines from the end; -1 is all of them. */
function parseTail(flag: string, text: string): number {
  return text === 'all' || text === '-1' ? -1 : parseCount(flag, text);
}

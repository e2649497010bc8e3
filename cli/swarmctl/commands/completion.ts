/**
 * completion, and the hidden command that its scripts call while a line is typed: names are asked for, but
 * not waited for long, and when nobody answers there are none.
 */
import {
  ListNetworksRequestCodec,
  ListNodesRequestCodec,
  ListServicesRequestCodec,
  ListTasksRequestCodec,
} from '../../../proto/gen/control.js';
import { isWanted, slotName } from '../../../proto/model/task.js';
import { complaint } from '../rules/complaint.js';
import { complete, type Candidate, type LiveKind } from '../rules/completion.js';
import { COMPLETION_SCRIPTS, FILES } from '../rules/completion-scripts.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { Invocation, Session } from '../session.js';

/** Whoever types does not wait longer. */
const NAMES_WITHIN_MS = 1000;

export function printCompletion({ args }: Invocation, { output }: Session): Promise<ExitCode> {
  const [shell = ''] = args;
  const script = Object.hasOwn(COMPLETION_SCRIPTS, shell) ? COMPLETION_SCRIPTS[shell] : undefined;
  if (script === undefined)
    throw complaint('SHELL', `must be one of ${Object.keys(COMPLETION_SCRIPTS).join(', ')}`, shell);
  output.stdout.write(script);
  return Promise.resolve(EXIT.ok);
}

export async function completeLine({ args }: Invocation, session: Session): Promise<ExitCode> {
  const { candidates, live, liveSuffix, prefix, isFile } = complete(args);
  if (isFile) session.output.line(FILES);
  const names = live.length === 0 ? [] : await liveNames(live, session);
  const found = names
    .map(({ text, help }) => ({ text: `${text}${liveSuffix}`, help }))
    .filter(({ text }) => text.startsWith(prefix));
  for (const { text, help } of [...candidates, ...found])
    session.output.line(help === '' ? text : `${text}\t${help}`);
  return EXIT.ok;
}

async function liveNames(kinds: readonly LiveKind[], session: Session): Promise<readonly Candidate[]> {
  const { clock, signal } = session;
  // Somebody is typing: an error in the middle of the line helps nobody.
  const nothing = (): readonly Candidate[] => [];
  const late = clock.sleep(NAMES_WITHIN_MS, signal).then(nothing, nothing);
  const asked = Promise.all(kinds.map((kind) => namesOf(kind, session)));
  return await Promise.race([asked.then((lists) => lists.flat(), nothing), late]);
}

async function namesOf(kind: LiveKind, { connection }: Session): Promise<readonly Candidate[]> {
  const control = await connection.control();
  const { callOptions } = connection;
  switch (kind) {
    case 'service': {
      const { services } = await control.listServices(ListServicesRequestCodec.create(), callOptions);
      return services.map(({ service }) => ({
        text: service?.spec?.name ?? '',
        help: service?.spec?.task?.container?.image ?? '',
      }));
    }
    case 'node': {
      const { nodes } = await control.listNodes(ListNodesRequestCodec.create(), callOptions);
      const named = nodes.map(({ node }) => ({
        text: node?.description?.hostname || (node?.id ?? ''),
        help: node?.status?.state ?? '',
      }));
      return [...named, { text: 'self', help: 'the node that answers' }];
    }
    case 'network': {
      const { networks } = await control.listNetworks(ListNetworksRequestCodec.create(), callOptions);
      return networks.map(({ id, spec, allocation }) => ({
        text: spec?.name ?? id,
        help: allocation?.subnets.map(({ subnet }) => subnet).join(' ') ?? '',
      }));
    }
    default: {
      const { tasks } = await control.listTasks(ListTasksRequestCodec.create(), callOptions);
      return tasks.flatMap(({ task, serviceName }) =>
        task !== undefined && isWanted(task)
          ? [{ text: `${serviceName}.${slotName(task)}`, help: task.status?.state ?? '' }]
          : [],
      );
    }
  }
}

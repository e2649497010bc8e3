/**
 * One call of swarmctl, parsed as the program does it, for tests of what flags mean.
 */
import assert from 'node:assert/strict';
import { parseCommandLine } from '../../../cli/swarmctl/program.js';
import { networksById } from '../../../cli/swarmctl/rules/network-names.js';
import { changedServiceSpec, newServiceSpec } from '../../../cli/swarmctl/rules/service-spec.js';
import type { Invocation } from '../../../cli/swarmctl/session.js';
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { aNetwork, aServiceSpec } from '../../kit/builders.js';

/** The words of a text, as a shell without quotes would split it. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

export function parsed(...args: string[]): Invocation {
  let said = '';
  const take = (text: string): void => {
    said += text;
  };
  const result = parseCommandLine(args, { out: take, err: take });
  if (result.kind === 'done') return assert.fail(`not a call (exit code ${result.exitCode}): ${said}`);
  return result.call.invocation;
}

/** What was printed, for a command line that is no call. */
export function said(...args: string[]): { readonly text: string; readonly exitCode: number } {
  let text = '';
  const take = (part: string): void => {
    text += part;
  };
  const result = parseCommandLine(args, { out: take, err: take });
  if (result.kind === 'call') return assert.fail('is a call');
  return { text, exitCode: result.exitCode };
}

const ENVIRONMENT = { COLOUR: 'blue' };
/** What the cluster has, for flags that name them. */
const NETWORKS = networksById([aNetwork({ id: 'n1abc', spec: { name: 'backend' } })]);

/** The spec that `service create` sends; the image is web:1 and the name web. */
export function created(...flags: string[]): ServiceSpec {
  const { args, flags: values } = parsed('service', 'create', ...flags, 'web:1');
  const given = {
    form: 'create',
    flags: values,
    environment: ENVIRONMENT,
    environmentFileTexts: [],
    networks: NETWORKS,
  } as const;
  return newServiceSpec(args[0] ?? '', args.slice(1), 'web', given);
}

/** The spec that `service update` makes of another. */
export function updated(spec: ServiceSpec, ...flags: string[]): ServiceSpec {
  const { flags: values } = parsed('service', 'update', ...flags, 'web');
  return changedServiceSpec(spec, {
    form: 'update',
    flags: values,
    environment: ENVIRONMENT,
    environmentFileTexts: [],
    networks: NETWORKS,
  });
}

export const PLAIN = aServiceSpec();

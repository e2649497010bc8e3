/**
 * service create, update, scale: a spec from flags, sent whole, then the wait for its tasks. A change is
 * made from the spec as read a moment before; when somebody else was faster and changed the same, nothing is
 * changed.
 */
import { readFile } from 'node:fs/promises';
import type { Random } from '../../../proto/base/random.js';
import { newId } from '../../../proto/base/random.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { Service, ServiceSpec } from '../../../proto/gen/objects.js';
import type { ControlClient } from '../control-link.js';
import { parseCount } from '../rules/amounts.js';
import { complaint } from '../rules/complaint.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { FlagValues } from '../rules/flag-values.js';
import type { SpecFlags } from '../rules/list-flags.js';
import { scaledMode } from '../rules/mode-flags.js';
import { type Networks, NO_NETWORKS } from '../rules/network-names.js';
import { defaultServiceName } from '../rules/service-name.js';
import { changedServiceSpec, newServiceSpec } from '../rules/service-spec.js';
import { clashes, clashText } from '../rules/spec-clash.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef } from './each-ref.js';
import { networksFor } from './network.js';
import { rollBackService } from './service-rollout.js';
import { type Changed, checkWait, waitFlags, waitUnlessDetached } from './waiting.js';

export async function createService({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const wait = waitFlags(flags);
  const [image = '', ...containerArgs] = args;
  const name = flags.text('name') ?? defaultServiceName(image, nameSuffix(session.random));
  const given = await specFlags('create', flags, NO_NETWORKS, session);
  const spec = newServiceSpec(image, containerArgs, name, given);
  checkWait(spec, wait);
  const control = await connection.control();
  const { service, warnings } = await connection.change((options) =>
    control.createService({ spec }, options),
  );
  for (const warning of warnings) output.note(`warning: ${warning}`);
  output.line(service?.id ?? '');
  return await waitUnlessDetached(control, { after: service }, wait, session);
}

/** Four characters that make two services from one image differ. */
function nameSuffix(random: Random): string {
  return newId(random).slice(-4);
}

/** Flags of an update that say nothing about the service. */
const BESIDE_ROLLBACK = ['rollback', 'detach', 'quiet', 'timeout'];

export async function updateService(invocation: Invocation, session: Session): Promise<ExitCode> {
  const { args, flags } = invocation;
  const [ref = ''] = args;
  if (flags.isOn('rollback')) {
    const other = flags.names.find((name) => !BESIDE_ROLLBACK.includes(name));
    if (other !== undefined) throw complaint('--rollback', `does not go with --${other}`);
    return await rollBackService(invocation, session);
  }
  const wait = waitFlags(flags);
  const control = await session.connection.control();
  const isAttaching = flags.isGiven('network-add') || flags.isGiven('network-rm');
  const networks = await networksFor(isAttaching, control, session);
  const given = await specFlags('update', flags, networks, session);
  const changed = await changeSpec(control, ref, session, (before) => {
    const spec = changedServiceSpec(before, given);
    checkWait(spec, wait);
    return spec;
  });
  session.output.line(ref);
  return await waitUnlessDetached(control, changed, wait, session);
}

export async function scaleServices({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { output, connection } = session;
  const wait = waitFlags(flags);
  const replicasByRef = new Map(args.map(parseScale));
  const control = await connection.control();
  const scaled: Changed[] = [];
  const exitCode = await forEachRef([...replicasByRef.keys()], session, async (ref) => {
    const replicas = replicasByRef.get(ref) ?? 0;
    const changed = await changeSpec(control, ref, session, (spec) => {
      checkWait(spec, wait);
      return { ...spec, mode: scaledMode(spec, ref, replicas) };
    });
    output.line(`${ref} scaled to ${replicas}`);
    scaled.push(changed);
  });
  let worst = exitCode;
  for (const changed of scaled) {
    const waited = await waitUnlessDetached(control, changed, wait, session);
    if (worst === EXIT.ok) worst = waited;
    if (waited === EXIT.interrupted) return waited;
  }
  return worst;
}

function parseScale(text: string): [ref: string, replicas: number] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw complaint('SERVICE', 'must be SERVICE=COUNT', text);
  const [ref, count] = [text.slice(0, at), text.slice(at + 1)];
  return [ref, parseCount(`COUNT of ${ref}`, count)];
}

/** So often somebody else may be faster before this gives up. */
const MOST_RETRIES = 5;

/**
 * Reads the service, changes its spec, and sends it with the version it was made from. When somebody else
 * was faster, in other fields, the change is made again on top of theirs; in the same fields it is refused.
 */
async function changeSpec(
  control: ControlClient,
  ref: string,
  session: Session,
  change: (spec: ServiceSpec) => ServiceSpec,
): Promise<Changed> {
  const { connection, output } = session;
  let before = await readService(control, ref, session);
  for (let retries = 0; ; retries += 1) {
    const spec = change(before.spec);
    const request = { serviceId: before.id, version: before.meta?.versions['spec'] ?? 0, spec };
    try {
      const reply = await connection.change((options) => control.updateService(request, options));
      for (const warning of reply.warnings) output.note(`warning: ${warning}`);
      if (retries > 0) output.note(`${ref} was changed by someone else meanwhile; this was added to it`);
      return { before, after: reply.service };
    } catch (error) {
      if (!hasCode(error, 'object.conflict') || retries === MOST_RETRIES) throw error;
      const present = await readService(control, before.id, session);
      const found = clashes(before.spec, present.spec, change(present.spec));
      if (found.length > 0) {
        const clash = found.map(clashText).join('; ');
        throw new SwarmError('object.conflict', { ...error.facts, id: ref, clash }, error);
      }
      before = present;
    }
  }
}

async function readService(
  control: ControlClient,
  ref: string,
  { connection }: Session,
): Promise<Service & { readonly spec: ServiceSpec }> {
  const { entry } = await control.getService({ ref }, connection.callOptions);
  const service = entry?.service;
  if (service?.spec === undefined)
    throw new SwarmError('object.not-found', { kind: 'service', ref, candidates: [] });
  return { ...service, spec: service.spec };
}

async function specFlags(
  form: SpecFlags['form'],
  flags: FlagValues,
  networks: Networks,
  session: Session,
): Promise<SpecFlags> {
  const environmentFileTexts = await Promise.all(flags.list('env-file').map(readEnvironmentFile));
  return { form, flags, environment: session.environment, environmentFileTexts, networks };
}

async function readEnvironmentFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw complaint('--env-file', `cannot be read: ${reason}`, path);
  }
}

/**
 * The external store as the user names it: an address of etcd, and the files that let us in. What belongs together must
 * be given together.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import { formatHostPort, parseHostPort } from './addresses.js';

type StoreOption =
  | 'store'
  | 'storePrefix'
  | 'storeCa'
  | 'storeCertificate'
  | 'storeKey'
  | 'storeUser'
  | 'storePassword';

/** What was given, empty if nothing, and where: a flag, or a variable of the environment. */
export interface GivenOption {
  readonly text: string;
  readonly field: string;
}

export interface StoreOptions {
  readonly endpoints: readonly string[];
  readonly prefix: string;
  readonly caPath: string | undefined;
  readonly certificatePath: string | undefined;
  readonly keyPath: string | undefined;
  readonly userName: string | undefined;
  readonly passwordPath: string | undefined;
}

const SCHEME = 'etcd://';
const DEFAULT_PORT = 2379;
const EXAMPLE = 'for example etcd://192.0.2.5:2379,192.0.2.6:2379';

/** Undefined: no external store. Paths are made absolute by `resolvePath`. */
export function readStore(
  given: (name: StoreOption) => GivenOption,
  resolvePath: (path: string) => string,
): StoreOptions | undefined {
  const store = given('store');
  const [ca, certificate, key] = [given('storeCa'), given('storeCertificate'), given('storeKey')];
  const [user, password] = [given('storeUser'), given('storePassword')];
  for (const each of [ca, certificate, key, user, password]) mustGoWith(each, store, '--store');
  if (store.text === '') return undefined;
  for (const each of [certificate, key]) mustGoWith(each, ca, '--store-ca');
  mustGoWith(certificate, key, '--store-key');
  mustGoWith(key, certificate, '--store-cert');
  mustGoWith(user, password, '--store-password-file');
  mustGoWith(password, user, '--store-user');
  const pathOf = ({ text }: GivenOption): string | undefined => (text === '' ? undefined : resolvePath(text));
  return {
    endpoints: endpointsOf(store),
    prefix: prefixOf(given('storePrefix')),
    caPath: pathOf(ca),
    certificatePath: pathOf(certificate),
    keyPath: pathOf(key),
    userName: user.text === '' ? undefined : user.text,
    passwordPath: pathOf(password),
  };
}

function mustGoWith(option: GivenOption, other: GivenOption, otherFlag: string): void {
  if (option.text === '' || other.text !== '') return;
  throw new SwarmError('input.invalid', { field: option.field, rule: `goes with ${otherFlag}` });
}

function endpointsOf({ text, field }: GivenOption): readonly string[] {
  if (!text.startsWith(SCHEME))
    throw new SwarmError('input.invalid', {
      field,
      value: text,
      rule: `must begin with etcd://, ${EXAMPLE}`,
    });
  const endpoints = text
    .slice(SCHEME.length)
    .split(',')
    .map((each) => {
      const hasPort = /:\d+$/.test(each.replace(/^\[.*\]/, ''));
      return formatHostPort(parseHostPort(hasPort ? each : `${each}:${DEFAULT_PORT}`, field));
    });
  return [...new Set(endpoints)];
}

function prefixOf({ text, field }: GivenOption): string {
  if (/^(\/[^/\s]+)+\/?$/.test(text)) return text.replace(/\/$/, '');
  throw new SwarmError('input.invalid', { field, value: text, rule: 'must be a path like /swarm' });
}

/**
 * A node's identity on real files: read back whole, refused when it does not hold together, and never lost
 * between old and new, wherever the writing is cut.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIdentity, removeIdentity, writeIdentity } from '../../agent/certificate.js';
import { makeFirstIdentity } from '../../control-plane/ca/root-key.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import type { TlsIdentity } from '../../proto/base/rpc.js';
import { SimClock, SimRandom } from '../kit/sim-clock.js';

const DAY_MS = 86_400_000;
const FILES = ['swarm-root-ca.crt', 'swarm-node.crt', 'swarm-node.key'] as const;

describe('the identity of a node on disk', () => {
  const clock = new SimClock();
  const modules = { clock, log: silentLog };
  const random = new SimRandom(7);
  let folder: string;
  let directory: string;
  let one: TlsIdentity;
  let other: TlsIdentity;

  before(async () => {
    one = (await makeFirstIdentity({ validityMs: 90 * DAY_MS }, { clock, random })).identity;
    other = (await makeFirstIdentity({ validityMs: 90 * DAY_MS }, { clock, random })).identity;
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'swarm-identity-'));
    directory = join(folder, 'certificates');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusedFor = (pattern: RegExp) => (error: unknown) =>
    hasCode(error, 'certificate.refused') && pattern.test(error.message);

  it('is read back as it was written, in files that only their owner may read', async () => {
    await writeIdentity(directory, one);
    assert.deepEqual(await readIdentity(directory, modules), one);
    assert.deepEqual(readdirSync(directory).toSorted(), [...FILES].toSorted());
    for (const name of FILES) assert.equal(statSync(join(directory, name)).mode & 0o777, 0o600);
  });

  it('is refused when expired, with the instant', async () => {
    await writeIdentity(directory, one);
    const later = new SimClock(clock.nowMs() + 91 * DAY_MS);
    await assert.rejects(
      readIdentity(directory, { clock: later, log: silentLog }),
      (error) => hasCode(error, 'certificate.expired') && error.facts.expiredAt.startsWith('2030-04-01'),
    );
  });

  it('is refused when a file is missing, or belongs to another identity', async () => {
    await writeIdentity(directory, one);
    writeFileSync(join(directory, 'swarm-node.key'), other.keyPem);
    await assert.rejects(readIdentity(directory, modules), refusedFor(/private key/));
    writeFileSync(join(directory, 'swarm-node.key'), one.keyPem);
    writeFileSync(join(directory, 'swarm-root-ca.crt'), other.rootPem);
    await assert.rejects(readIdentity(directory, modules), refusedFor(/not issued by the root/));
    rmSync(join(directory, 'swarm-node.crt'));
    await assert.rejects(readIdentity(directory, modules), refusedFor(/swarm-node.crt/));
    await removeIdentity(directory);
    await assert.rejects(readIdentity(directory, modules), refusedFor(/does not hold all/));
  });

  it('is the old one or the new one, wherever a replacement was cut', async () => {
    const texts = (identity: TlsIdentity): readonly string[] => [
      identity.rootPem,
      identity.certificatePem,
      identity.keyPem,
    ];
    const newTexts = texts(other);
    await writeIdentity(directory, one);
    // Three files written beside, the last possibly torn, then three renamings: every prefix of these steps.
    for (let step = 0; step <= 7; step++) {
      const cut = join(folder, `cut-${step}`);
      cpSync(directory, cut, { recursive: true });
      const written = Math.min(step, 3);
      for (const [at, name] of FILES.entries()) {
        const text = newTexts[at] ?? '';
        const renamed = at < step - 4;
        if (renamed) writeFileSync(join(cut, name), text);
        else if (at < written)
          writeFileSync(join(cut, `${name}.new`), step === 3 && at === 2 ? text.slice(0, 60) : text);
      }
      const found = await readIdentity(cut, modules);
      assert.deepEqual(found, step <= 3 ? one : other, `cut after step ${step}`);
      assert.deepEqual(await readIdentity(cut, modules), found, 'and it stays');
    }
    assert.equal(readFileSync(join(directory, 'swarm-node.key'), 'utf8'), one.keyPem);
  });
});

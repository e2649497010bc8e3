/**
 * The metrics of a host's swarmd, as whoever scrapes them sees them.
 */
import { type Exposition, parseExposition } from '../kit/exposition.js';
import type { LabHost } from './host.js';

const PORT = 9323;
/** For `host.startSwarmd`. */
export const METRICS_FLAGS = ['--metrics-addr', `0.0.0.0:${PORT}`];

export async function scrape(host: LabHost): Promise<Exposition> {
  const url = `http://127.0.0.1:${PORT}/metrics`;
  return parseExposition(await host.mustRun('curl', ['--silent', '--fail', url]));
}

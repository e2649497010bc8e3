/**
 * GET /metrics over HTTP, for Prometheus. Owns the listener and the joining of what this process and the
 * control plane measured; a control plane that does not answer in time is said, and costs the scrape only
 * its own part. Nothing secret is shown and nothing can be changed here, so callers are not asked who they are.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import { single } from '../../proto/base/meter.js';
import { CONTENT_TYPE, metricsText, type MetricValues, PrometheusMeter } from './prometheus-meter.js';
import { measureProcess } from './process-metrics.js';
import { formatHostPort, type HostPort } from './rules/addresses.js';

export interface MetricsEndpointModules {
  readonly log: Log;
  /**
   * What the control plane of this node measured: 'none' where there is no control plane, 'silent' when it
   * did not answer in time.
   */
  readonly controlPlane: () => Promise<readonly MetricValues[] | 'none' | 'silent'>;
}

// A scraper that has gone away must not hold its connection.
const REQUEST_TIMEOUT_MS = 10_000;
const MOST_CONNECTIONS = 64;

export class MetricsEndpoint {
  readonly meter = new PrometheusMeter({ process: 'agent' });
  readonly #modules: MetricsEndpointModules;
  readonly #server: Server;
  #isControlPlaneUp: boolean | undefined;
  /** Scrapes that come together share one. */
  #scraping: Promise<string> | undefined;

  constructor(modules: MetricsEndpointModules) {
    this.#modules = modules;
    measureProcess(this.meter);
    this.meter.sample('swarmd_control_plane_up', () =>
      single(this.#isControlPlaneUp === undefined ? undefined : Number(this.#isControlPlaneUp)),
    );
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.requestTimeout = REQUEST_TIMEOUT_MS;
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /** Resolves to the address it listens on; port 0 picks a port. */
  async listen({ host, port }: HostPort): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error) => {
        const what = `Listening for scrapes on ${formatHostPort({ host, port })} (--metrics-addr)`;
        reject(new SwarmError('runtime.failed', { what, reason: error.message }, error));
      });
      this.#server.listen(port, host, resolve);
    });
    const bound = this.#server.address() as AddressInfo;
    const address = formatHostPort({ host: bound.address, port: bound.port });
    this.#modules.log.info('metrics are served', { metricsAddress: address });
    return address;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer({ method, url }: IncomingMessage, response: ServerResponse): void {
    if (url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Only /metrics is here.\n');
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }).end('Only GET.\n');
      return;
    }
    this.#scraping ??= this.#scrape().finally(() => (this.#scraping = undefined));
    this.#scraping.then(
      (text) => response.writeHead(200, { 'content-type': CONTENT_TYPE }).end(text),
      (error: unknown) => {
        this.#modules.log.error('a scrape failed', { error });
        response.writeHead(500, { 'content-type': 'text/plain' }).end('The log of swarmd says why.\n');
      },
    );
  }

  async #scrape(): Promise<string> {
    const controlPlane = await this.#modules.controlPlane();
    this.#isControlPlaneUp = controlPlane === 'none' ? undefined : controlPlane !== 'silent';
    const own = await this.meter.values();
    return await metricsText(typeof controlPlane === 'string' ? [own] : [own, controlPlane]);
  }
}

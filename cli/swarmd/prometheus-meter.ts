/**
 * The numbers of one process, kept by prom-client. It costs some 70 ms and 11 MB, so this file is loaded only
 * when somebody asked for metrics. What several processes measured becomes one text here, told apart by the
 * label `process`.
 */
import * as prometheus from 'prom-client';
import type { Counter, Histogram, Meter, Sample } from '../../proto/base/meter.js';
import {
  type CountedName,
  DURATION_BUCKETS_SECONDS,
  type LabelsOf,
  type MetricName,
  METRICS,
  type SampledName,
  type TimedName,
} from '../../proto/base/metrics.js';

type Labels = Readonly<Record<string, string>>;

/** One metric with its values, plain enough to be sent to another process. */
export interface MetricValues {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly values: readonly { readonly labels: object; readonly value: number }[];
}

export class PrometheusMeter implements Meter {
  readonly #process: string;
  readonly #registry = new prometheus.Registry();
  readonly #readByName = new Map<SampledName, () => readonly Sample<Labels>[]>();

  constructor(options: { readonly process: 'agent' | 'control-plane' }) {
    this.#process = options.process;
    this.#registry.setDefaultLabels({ process: options.process });
  }

  counter<N extends CountedName>(name: N): Counter<LabelsOf<N>> {
    const counter = this.#once(name, (described) => new prometheus.Counter(described));
    return { add: (labels: Labels, amount = 1) => counter.inc({ ...labels }, amount) };
  }

  histogram<N extends TimedName>(name: N): Histogram<LabelsOf<N>> {
    const buckets = [...DURATION_BUCKETS_SECONDS];
    const histogram = this.#once(name, (described) => new prometheus.Histogram({ ...described, buckets }));
    return { observe: (labels: Labels, value) => histogram.observe({ ...labels }, value) };
  }

  sample<N extends SampledName>(name: N, read: () => readonly Sample<LabelsOf<N>>[]): void {
    this.#readByName.set(name, read);
  }

  /** Everything there is to show now. */
  async values(): Promise<readonly MetricValues[]> {
    const kept = (await this.#registry.getMetricsAsJSON()) as unknown as readonly MetricValues[];
    const sampled = [...this.#readByName].map(([name, read]) => this.#sampled(name, read()));
    return [...kept, ...sampled].filter(({ values }) => values.length > 0);
  }

  #sampled(name: SampledName, samples: readonly Sample<Labels>[]): MetricValues {
    const { help, kind } = METRICS[name];
    const type = kind === 'sampled-counter' ? 'counter' : 'gauge';
    const values = samples.map(({ labels, value }) => ({
      labels: { ...labels, process: this.#process },
      value,
    }));
    return { name, help, type, values };
  }

  #once<T>(name: MetricName, make: (described: Described) => T): T {
    const known = this.#registry.getSingleMetric(name);
    if (known !== undefined) return known as T;
    const { help, labels } = METRICS[name];
    return make({ name, help, labelNames: [...labels], registers: [this.#registry] });
  }
}

interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
  readonly registers: prometheus.Registry[];
}

export const CONTENT_TYPE = prometheus.Registry.PROMETHEUS_CONTENT_TYPE;

/** One text for all processes. No two values have the same labels, so nothing is added up. */
export async function metricsText(parts: readonly (readonly MetricValues[])[]): Promise<string> {
  const metricByName = new Map<string, MetricValues>();
  for (const metric of parts.flat()) {
    const known = metricByName.get(metric.name);
    const values = known === undefined ? metric.values : [...known.values, ...metric.values];
    metricByName.set(metric.name, { ...metric, values });
  }
  const registry = new prometheus.Registry();
  for (const metric of metricByName.values()) {
    // All that the registry asks of a metric.
    const shown = { name: metric.name, get: () => Promise.resolve(metric) };
    registry.registerMetric(shown as unknown as prometheus.Metric);
  }
  return await registry.metrics();
}

/**
 * Shows the cluster's numbers: taken from the view of the moment when somebody scrapes, once for all metrics
 * of one scrape, and never kept up to date in between.
 */
import { type Meter, single } from '../../proto/base/meter.js';
import type { Store } from '../store/store.js';
import { type ClusterFigures, clusterFigures } from './rules/cluster-figures.js';

export function measureCluster(meter: Meter, store: Pick<Store, 'view'>): void {
  // By its index: to keep the view would keep all of it in memory until the next scrape.
  let last: { readonly index: number; readonly figures: ClusterFigures } | undefined;
  const figures = (): ClusterFigures => {
    const view = store.view();
    if (last?.index !== view.index) last = { index: view.index, figures: clusterFigures(view) };
    return last.figures;
  };
  meter.sample('swarmd_log_applied_index', () => single(store.view().index));
  meter.sample('swarmd_nodes', () =>
    figures().nodes.map(({ state, availability, count }) => ({
      labels: { state, availability },
      value: count,
    })),
  );
  meter.sample('swarmd_tasks', () => byState(figures().tasks));
  meter.sample('swarmd_rollouts', () => byState(figures().rollouts));
  meter.sample('swarmd_services', () => single(figures().serviceCount));
  meter.sample('swarmd_services_short', () => single(figures().shortCount));
  meter.sample('swarmd_services_unnamed', () => single(figures().serviceCount - figures().services.length));
  meter.sample('swarmd_service_tasks_desired', () =>
    figures().services.map(({ name, desired }) => ({ labels: { service: name }, value: desired })),
  );
  meter.sample('swarmd_service_tasks_running', () =>
    figures().services.map(({ name, running }) => ({ labels: { service: name }, value: running })),
  );
}

function byState(
  counts: readonly { readonly state: string; readonly count: number }[],
): readonly { readonly labels: { readonly state: string }; readonly value: number }[] {
  return counts.map(({ state, count }) => ({ labels: { state }, value: count }));
}

/**
 * A cluster of three lab hosts for one benchmark, removed at its end, also when it is interrupted.
 */
import { LabCluster } from '../lab/cluster.js';
import { Lab } from '../lab/lab.js';
import { CleanUp } from './clean-up.js';

const HOST_COUNT = 3;
const LOG_TAIL_CHARACTERS = 4000;

/** What the benchmark yields, measured on a cluster of three, of whom one is a manager unless told otherwise. */
export async function* onCluster<T>(
  measure: (cluster: LabCluster) => AsyncIterable<T>,
  { managers = 1 }: { readonly managers?: number } = {},
): AsyncGenerator<T> {
  const obstacle = await Lab.obstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  const lab = await Lab.create({ hosts: HOST_COUNT, name: 'bench' });
  await using cleanUp = new CleanUp(() => lab.close());
  try {
    yield* measure(await LabCluster.startWithManagers(lab, managers));
  } catch (error) {
    if (cleanUp.hasBegun) throw error; // Interrupted: of course it failed.
    for (const host of lab.hosts)
      console.error(`--- log of ${host.name}\n${(await host.logs()).swarmd.slice(-LOG_TAIL_CHARACTERS)}`);
    throw error;
  }
}

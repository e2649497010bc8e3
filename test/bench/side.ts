/**
 * What is compared: a control plane on the three engines of a lab, and the few words a benchmark needs of it. Only
 * one side runs at a time, with engines that were started for it; both are given the same work in the same words.
 */
import type { LabHost } from '../lab/host.js';

export const SERVICE = 'web';
export const SERVICE_NAME_LABEL = 'com.docker.swarm.service.name';

/** The overlay network of the service, where it has one. */
export const NETWORK = 'back';

export interface SideOptions {
  /** Whether the service is on an overlay network. */
  readonly isOnOverlay?: boolean;
}

/** How the service is replaced when its image changes; the clock of a rolling update includes it. */
export const UPDATE_FLAGS = ['--update-parallelism', '4', '--update-monitor', '1s'] as const;

/** The commands of a user, which return at once. */
export type Order =
  | { readonly kind: 'create'; readonly image: string; readonly replicas: number }
  | { readonly kind: 'scale'; readonly replicas: number }
  | { readonly kind: 'update'; readonly image: string };

/** What a control plane says of the service. */
export interface Account {
  readonly runningTasks: number;
  /** The last change of the image is complete, the time to watch its tasks included. */
  readonly isRolledOut: boolean;
}

/** The life of one task, in milliseconds since the epoch, as its control plane tells it. */
export interface TaskAccount {
  readonly createdAtMs: number;
  /** When it became what it is now. */
  readonly stateAtMs: number;
  readonly isRunning: boolean;
}

export interface Side {
  readonly name: 'ours' | 'peer';
  /** Starts engines and control plane; returns when three nodes are ready. */
  open(): Promise<void>;
  /** Nothing of it runs any more; the engines are stopped. */
  close(): Promise<void>;
  /** Runs the command; returns when it returned. */
  order(order: Order): Promise<void>;
  /** Has the next change of the image follow UPDATE_FLAGS. */
  configureUpdate(): Promise<void>;
  remove(): Promise<void>;
  /** Undefined when there is no such service. */
  account(): Promise<Account | undefined>;
  tasks(): Promise<readonly TaskAccount[]>;
  /** The daemons of the control plane that run now, without the engines unless they are the same. */
  pids(): Promise<readonly number[]>;
}

/** Containers of the service in the engines of all hosts. */
export async function containersOf(
  hosts: readonly LabHost[],
  { all }: { readonly all: boolean },
): Promise<readonly { readonly Image: string }[]> {
  const filters = { label: [`${SERVICE_NAME_LABEL}=${SERVICE}`] };
  const lists = hosts.map(async (host) => await (await host.docker()).listContainers({ all, filters }));
  return (await Promise.all(lists)).flat();
}

/**
 * The networks of a node, and its containers, as a process of its own in a lab host, without any manager: told what to do
 * line by line, in JSON, and answering so. For tests that look at what packets do.
 */
import { createInterface } from 'node:readline';
import { HostKernel } from '../../agent/network/host-kernel.js';
import { NetworkFile } from '../../agent/network/network-file.js';
import { NodeNetworks } from '../../agent/network/networks.js';
import { Tunnels } from '../../agent/network/tunnels.js';
import { newKeyPair } from '../../agent/network/wireguard-keys.js';
import { PortHolder } from '../../agent/network/port-holder.js';
import { DockerNetworks } from '../../agent/runtime/docker/docker-networks.js';
import { DockerRuntime } from '../../agent/runtime/docker/docker-runtime.js';
import { SystemClock } from '../../proto/base/clock.js';
import { openLog } from '../../proto/base/log.js';
import { runAll } from '../../proto/base/service.js';
import {
  AssignedTaskCodec,
  type AssignedTaskInput,
  NetworkChangesCodec,
  type NetworkChangesInput,
} from '../../proto/gen/dispatcher.js';

export interface NetworkProgramOptions {
  readonly nodeId: string;
  readonly endpoint: string;
  readonly filePath: string;
  readonly dataAddress: string;
}

export type NetworkRequest =
  | { readonly verb: 'apply'; readonly changes: NetworkChangesInput }
  | { readonly verb: 'start'; readonly task: AssignedTaskInput }
  | { readonly verb: 'remove'; readonly taskId: string }
  | { readonly verb: 'problem' };

export interface NetworkAnswer {
  readonly result?: unknown;
  readonly error?: string;
  /** Inside the program. */
  readonly tookMs: number;
}

const { nodeId, endpoint, filePath, dataAddress } = JSON.parse(
  process.argv[2] ?? '{}',
) as NetworkProgramOptions;
const clock = new SystemClock();
const log = openLog('info', { node: nodeId }, 2);
const owner = { clusterId: 'test', nodeId };
const runtime = new DockerRuntime({ endpoint, owner }, { clock, log });
const kernel = new HostKernel();
const networks = new NodeNetworks(
  { nodeId },
  {
    kernel,
    engine: new DockerNetworks({ endpoint, owner }, { clock }),
    file: new NetworkFile(filePath),
    portHolder: new PortHolder({ usedPorts: () => [] }),
    tunnels: new Tunnels({ nodeId }, { kernel, newKeyPair, onKeysChange: () => undefined, clock, log }),
    tunnelProblem: () => '',
    nameServer: { update: () => undefined },
    dataPathAddress: async () => dataAddress,
    clock,
    log,
  },
);

async function perform(request: NetworkRequest): Promise<unknown> {
  const { signal } = new AbortController();
  switch (request.verb) {
    case 'apply':
      return await networks.apply(NetworkChangesCodec.create(request.changes));
    case 'start': {
      const task = AssignedTaskCodec.create(request.task);
      await runtime.prepare(task, await networks.ready(task, signal), signal);
      return await runtime.start(task, signal);
    }
    case 'remove':
      return await runtime.remove(request.taskId);
    case 'problem':
      return networks.problem;
  }
}

async function answer(line: string): Promise<void> {
  const startedAtMs = clock.monotonicMs();
  const outcome = await perform(JSON.parse(line) as NetworkRequest).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
  process.stdout.write(`${JSON.stringify({ ...outcome, tookMs: clock.monotonicMs() - startedAtMs })}\n`);
}

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const running = runAll([runtime, networks], stop.signal);
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => void answer(line));
await running;
lines.close();

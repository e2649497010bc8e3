/**
 * What the engine's inspection of a container means for its task. Pure.
 */
import type { PortSpec, TaskStatus } from '../../../../proto/gen/objects.js';
import { portKey } from './container-config.js';
import type { InspectedEndpoint } from './container-networks.js';

type ContainerStatus = NonNullable<TaskStatus['container']>;

/** The part of an inspection that this program reads. */
export interface Inspection {
  readonly Id: string;
  readonly Name: string;
  readonly State: {
    readonly Status: string;
    readonly Running: boolean;
    readonly Paused?: boolean;
    readonly StartedAt?: string;
    readonly OOMKilled: boolean;
    readonly Pid: number;
    readonly ExitCode: number;
    readonly Error: string;
    readonly Health?:
      | {
          readonly Status: string;
          readonly Log?: readonly { readonly Output: string; readonly End?: string }[] | null;
        }
      | undefined;
  };
  readonly Config: {
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly Tty: boolean;
    readonly Healthcheck?: InspectedCheck | undefined;
  };
  readonly NetworkSettings: {
    readonly Ports?: Readonly<
      Record<string, readonly { readonly HostPort: string; readonly HostIp: string }[] | null>
    > | null;
    readonly Networks?: Readonly<Record<string, InspectedEndpoint>> | null;
  };
}

/** Times in nanoseconds; 0 or nothing stands for the engine's default. */
interface InspectedCheck {
  readonly Test?: readonly string[] | undefined;
  readonly Interval?: number | undefined;
  readonly Timeout?: number | undefined;
  readonly Retries?: number | undefined;
  readonly StartPeriod?: number | undefined;
}

export type Condition =
  /** Made, never started. */
  | { readonly kind: 'created' }
  | { readonly kind: 'running'; readonly health: 'none' | 'starting' | 'healthy' | 'unhealthy' }
  /** Empty problem: it ended well. */
  | { readonly kind: 'ended'; readonly exitCode: number; readonly problem: string };

export function conditionOf({ State: state }: Inspection): Condition {
  if (state.Status === 'created') return { kind: 'created' };
  if (state.Running) return { kind: 'running', health: healthOf(state.Health?.Status) };
  return { kind: 'ended', exitCode: state.ExitCode, problem: exitProblem(state) };
}

/** The words for a check that failed, with the last thing the check printed. */
export function unhealthyProblem(inspection: Inspection): string {
  const output = inspection.State.Health?.Log?.at(-1)?.Output.trim().replace(/\s+/g, ' ') ?? '';
  return output === '' ? 'unhealthy container' : `unhealthy container: ${output.slice(0, LONGEST_OUTPUT)}`;
}

const LONGEST_OUTPUT = 200;

export function containerStatus(inspection: Inspection): ContainerStatus {
  const condition = conditionOf(inspection);
  return {
    containerId: inspection.Id,
    pid: inspection.State.Pid,
    exitCode: condition.kind === 'ended' ? condition.exitCode : undefined,
  };
}

/** The task's host ports with the numbers that the engine really bound. */
export function boundPorts(inspection: Inspection, ports: readonly PortSpec[]): readonly PortSpec[] {
  return ports
    .filter((port) => port.publishMode === 'host')
    .map((port) => {
      const bindings = inspection.NetworkSettings.Ports?.[portKey(port)] ?? [];
      const exact = bindings.find(({ HostPort }) => HostPort === String(port.publishedPort));
      const bound = Number((exact ?? bindings[0])?.HostPort ?? 0);
      return bound === 0 ? port : { ...port, publishedPort: bound };
    });
}

function healthOf(status: string | undefined): 'none' | 'starting' | 'healthy' | 'unhealthy' {
  return status === 'starting' || status === 'healthy' || status === 'unhealthy' ? status : 'none';
}

function exitProblem(state: Inspection['State']): string {
  const reason = state.Error !== '' ? `: ${state.Error}` : state.OOMKilled ? ': out of memory' : '';
  return state.ExitCode === 0 && reason === '' ? '' : `task: non-zero exit (${state.ExitCode})${reason}`;
}

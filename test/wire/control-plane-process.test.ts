/**
 * The control plane's process on a machine that cannot start one now.
 */
import assert from 'node:assert/strict';
import { ControlPlaneProcess, startReadyChild } from '../../cli/swarmd/control-plane-process.js';
import type { StartMessage } from '../../cli/swarmd/manager-messages.js';
import { silentLog } from '../../proto/base/log.js';
import { eventually } from '../kit/eventually.js';
import { SimClock } from '../kit/sim-clock.js';

const START: StartMessage = {
  kind: 'start',
  beginning: { kind: 'new-cluster', spec: undefined, availability: 'active' },
  directory: '/nonexistent',
  store: undefined,
  controlSocketPath: '',
  listenAddress: '',
  advertiseAddress: '',
  managerAddresses: [],
  logLevel: 'silent',
  isMeasured: false,
};

describe("the control plane's process", () => {
  const { execPath } = process;

  beforeEach(() => {
    process.execPath = '/nonexistent/node';
  });

  afterEach(() => {
    process.execPath = execPath;
  });

  it('that cannot be started is an error, not a wait without end', async () => {
    await assert.rejects(startReadyChild(START), /could not be started: .*ENOENT/);
  });

  it('is tried again, and the reason is told meanwhile', async () => {
    const clock = new SimClock();
    const controlPlane = new ControlPlaneProcess(() => START, { clock, log: silentLog });
    const stop = new AbortController();
    const running = controlPlane.run(stop.signal);
    for (const attempt of [1, 2]) {
      await eventually(
        `attempt ${attempt}`,
        () => [clock.sleeperCount, controlPlane.lastFailure?.message] as const,
        ([sleepers, message]) => sleepers === 1 && message?.includes('could not be started') === true,
      );
      controlPlane.lastFailure = undefined;
      await clock.advance(clock.nextDueInMs ?? 0);
    }
    stop.abort();
    await running;
  });
});

/**
 * swarmctl changing services, and waiting for what it asked for: progress, patience, and every way it ends.
 */
import assert from 'node:assert/strict';
import { SwarmError } from '../../proto/base/errors.js';
import {
  CreateServiceReplyCodec,
  type CreateServiceRequest,
  GetServiceReplyCodec,
  UpdateServiceReplyCodec,
  type UpdateServiceRequest,
} from '../../proto/gen/control.js';
import { ControlDouble } from '../kit/control-double.js';
import { type Ended, startSwarmctl, thenSilent, WEB, webProgress, webTask } from '../kit/swarmctl-process.js';

describe('swarmctl changing a service', () => {
  let manager: ControlDouble;

  beforeEach(() => {
    manager = new ControlDouble();
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;

  const webEntry = { service: WEB, desiredTasks: 3, runningTasks: 2 };

  it('creates a service without waiting when told so', async () => {
    await manager.start({
      createService: () =>
        Promise.resolve(CreateServiceReplyCodec.create({ service: WEB, warnings: ['a remark'] })),
    });
    const flags = ['--name', 'web', '--replicas=3', '-e', 'COLOUR', '-e', 'NONE', '--tty=false', '-d'];
    const said = await run('service', 'create', ...flags, 'web:1', 'serve', '--port', '80');
    assert.deepEqual(said, { stdout: `${WEB.id}\n`, stderr: 'warning: a remark\n', exitCode: 0 });
    const [request] = manager.requests('createService') as CreateServiceRequest[];
    assert.deepEqual(request?.spec?.mode, { kind: 'replicated', replicated: { replicas: 3 } });
    assert.deepEqual(request?.spec?.task?.container?.args, ['serve', '--port', '80']);
    assert.deepEqual(request?.spec?.task?.container?.env, ['COLOUR=blue']);
    assert.equal(request?.spec?.task?.restart?.condition, 'any');
  });

  it('shows progress in plain lines when it is not a terminal, and verifies', async () => {
    await manager.start({
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: webEntry })),
      updateService: () => Promise.resolve(UpdateServiceReplyCodec.create({ service: WEB })),
      watchService: (_request, { signal }) =>
        thenSilent(
          signal,
          webProgress(webTask(1, 'running'), webTask(2, 'preparing')),
          webProgress(webTask(1, 'running'), webTask(2, 'running')),
        ),
    });
    const { stdout, stderr, exitCode } = await run('service', 'scale', 'web=2');
    assert.deepEqual([stderr, exitCode], ['', 0]);
    assert.equal(
      stdout,
      [
        'web scaled to 2',
        'overall progress: 1 out of 2 tasks',
        '1/2: running',
        '2/2: preparing',
        'overall progress: 2 out of 2 tasks',
        '2/2: running',
        'verify: Waiting 5 seconds to verify that tasks are stable...',
        'verify: Service abcdefghijkl converged',
        '',
      ].join('\n'),
    );
    const [request] = manager.requests('updateService') as UpdateServiceRequest[];
    assert.equal(request?.version, 7);
    assert.deepEqual(request?.spec?.mode, { kind: 'replicated', replicated: { replicas: 2 } });
  }).timeout(20_000);

  it('gives up waiting after --timeout, with the reason and an exit code of its own', async () => {
    await manager.start({
      createService: () => Promise.resolve(CreateServiceReplyCodec.create({ service: WEB })),
      watchService: (_request, { signal }) =>
        thenSilent(signal, webProgress(webTask(1, 'failed', 'no such image'), webTask(2, 'running'))),
    });
    const { stderr, exitCode } = await run('service', 'create', '--timeout', '300ms', 'web:1');
    assert.equal(exitCode, 3);
    assert.equal(
      stderr,
      'Service web did not converge within 300ms: 1 of 2 tasks run; web.1: no such image. ' +
        'The work goes on; see: swarmctl service ps web\n',
    );
  });

  it('says that the work goes on when it is interrupted', async () => {
    let isWatched = (): void => undefined;
    const watched = new Promise<void>((resolve) => {
      isWatched = resolve;
    });
    await manager.start({
      createService: () => Promise.resolve(CreateServiceReplyCodec.create({ service: WEB })),
      watchService: (_request, { signal }) => {
        isWatched();
        return thenSilent(signal, webProgress(webTask(1, 'preparing')));
      },
    });
    const { child, ended } = startSwarmctl(manager.host, ['service', 'create', 'web:1']);
    await watched;
    child.kill('SIGINT');
    const { stderr, exitCode } = await ended;
    assert.equal(exitCode, 130);
    assert.equal(
      stderr,
      'Operation continuing in background. Use `swarmctl service ps abcdefghijkl` to check progress.\n',
    );
  });

  it('has an exit code for a service that was removed meanwhile', async () => {
    await manager.start({
      createService: () => Promise.resolve(CreateServiceReplyCodec.create({ service: WEB })),
      watchService: () => {
        throw new SwarmError('object.not-found', { kind: 'service', ref: WEB.id, candidates: [] });
      },
    });
    const { stderr, exitCode } = await run('service', 'create', 'web:1');
    assert.deepEqual([stderr, exitCode], ['Service web was removed meanwhile.\n', 4]);
  });

  it('shows a conflict with both versions and changes nothing', async () => {
    await manager.start({
      getService: () => Promise.resolve(GetServiceReplyCodec.create({ entry: webEntry })),
      updateService: () => {
        throw new SwarmError('object.conflict', { kind: 'service', id: 'web', yours: 7, current: 9 });
      },
    });
    const { stderr, exitCode } = await run('service', 'update', '--image', 'web:2', 'web');
    assert.equal(exitCode, 5);
    assert.match(stderr, /version 7, it is at version 9\..*\n$/);
  });

  it('says so when it cannot know whether a change was made', async () => {
    await manager.start({
      createService: () => {
        void manager.close();
        return new Promise(() => undefined);
      },
    });
    const { stdout, stderr, exitCode } = await run('service', 'create', 'web:1');
    assert.deepEqual([stdout, exitCode], ['', 1]);
    assert.match(
      stderr,
      /^It is not known whether the change was made \(unix:.*\)\. Look before you repeat it\. Request id: \w+\n$/,
    );
  }).timeout(30_000);

  it('goes on with the other services when one cannot be scaled', async () => {
    await manager.start({
      getService: ({ ref }) => {
        if (ref === 'web') return Promise.resolve(GetServiceReplyCodec.create({ entry: webEntry }));
        throw new SwarmError('object.not-found', { kind: 'service', ref, candidates: ['web'] });
      },
      updateService: () => Promise.resolve(UpdateServiceReplyCodec.create({ service: WEB })),
    });
    const { stdout, stderr, exitCode } = await run('service', 'scale', '-d', 'wex=1', 'web=4');
    assert.deepEqual([stdout, exitCode], ['web scaled to 4\n', 1]);
    assert.match(stderr, /^No service "wex"\..*web.*\n$/);
  });
});

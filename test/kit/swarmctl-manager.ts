/**
 * A real control API with a test manager behind it, and a local node in front of it, so that the compiled
 * swarmctl can be run against it as a user does. The orchestrator is the test: it writes how far rollouts
 * are, and what tasks there are.
 */
import { join } from 'node:path';
import { create, group, update } from '../../control-plane/store/rules/change.js';
import { invariant } from '../../proto/base/invariant.js';
import { silentLog } from '../../proto/base/log.js';
import { RpcServer } from '../../proto/base/rpc-server.js';
import { ControlService } from '../../proto/gen/control.js';
import { LocalNodeService, LocalStatusReplyCodec } from '../../proto/gen/node.js';
import type { Service, ServiceDesired, Task } from '../../proto/gen/objects.js';
import { isHalted, revisionOf, rolledBackTo } from '../../proto/model/rollout.js';
import { scriptedHandlers } from './control-double.js';
import { aTask } from './builders.js';
import { updated } from '../rules/swarmctl/command-line.js';
import { ControlDoor, specVersion } from './control-door.js';
import { eventually } from './eventually.js';
import { commitAll } from './memory-store.js';
import { type Ended, type Running, startSwarmctl } from './swarmctl-process.js';

const SOCKET = 'swarmd.sock';

export class SwarmctlManager {
  readonly door: ControlDoor;
  /** Happens between a look of swarmctl's at a service and its change of it. */
  beforeUpdate: () => Promise<void> = () => Promise.resolve();
  readonly #node: RpcServer;
  #eventWatches = 0;

  static async open(): Promise<SwarmctlManager> {
    const door = await ControlDoor.open();
    const node = new RpcServer({ log: silentLog, authorize: () => undefined });
    const status = LocalStatusReplyCodec.create({
      state: 'active',
      role: 'manager',
      nodeId: door.manager.first.nodeId,
      controlSocket: join(door.directory, SOCKET),
    });
    node.add(LocalNodeService, scriptedHandlers(LocalNodeService, { status: () => Promise.resolve(status) }));
    const manager = new SwarmctlManager(door, node);
    node.add(ControlService, {
      ...door.handlers,
      updateService: async (request, context) => {
        await manager.beforeUpdate();
        return await door.handlers.updateService(request, context);
      },
      watchEvents: async function* (request, context) {
        for await (const reply of door.handlers.watchEvents(request, context)) {
          manager.#eventWatches += reply.events.length === 0 ? 1 : 0;
          yield reply;
        }
      },
    });
    await node.listenUnix(join(door.directory, SOCKET));
    return manager;
  }

  private constructor(door: ControlDoor, node: RpcServer) {
    this.door = door;
    this.#node = node;
  }

  get host(): string {
    return `unix://${join(this.door.directory, SOCKET)}`;
  }

  start(...args: string[]): Running {
    return startSwarmctl(this.host, args);
  }

  async run(...args: string[]): Promise<Ended> {
    return await this.start(...args).ended;
  }

  service(name = 'web'): Service {
    const service = this.door.manager.memory.store.view().serviceByName(name);
    invariant(service !== undefined, `there is no service ${name}`);
    return service;
  }

  /** Resolves when so many callers are told of events. */
  async eventWatches(count: number): Promise<void> {
    await eventually(
      `${count} callers watch events`,
      () => this.#eventWatches,
      (watches) => watches >= count,
    );
  }

  /** What somebody else does with these flags of service update. */
  async change(flags: readonly string[]): Promise<void> {
    const service = this.service();
    invariant(service.spec !== undefined, 'a service has a spec');
    const spec = updated(service.spec, ...flags);
    await this.door.control.updateService({ serviceId: service.id, version: specVersion(service), spec });
  }

  /** Resolves when the service is at the revision. */
  async revision(revision: number): Promise<Service> {
    return await eventually(
      `the service at revision ${revision}`,
      () => this.service(),
      (service) => service.revision === revision,
    );
  }

  /** Running tasks of the service's present revision, in slots 1 to count. */
  async runTasks(count: number): Promise<void> {
    const { id: serviceId, revision } = this.service();
    const task = (slot: number): Task =>
      aTask({ id: `task${revision}x${slot}`, serviceId, slot, revision, placement: undefined });
    await this.door.store({ task: Array.from({ length: count }, (_, at) => task(at + 1)) });
  }

  /** As the orchestrator does: how far the rollout is that the service asks for. */
  async setRollout(progress: Pick<ServiceDesired, 'state'> & Partial<ServiceDesired>): Promise<void> {
    const { id, rollout } = this.service();
    const blank = { revision: 0, startedAtMs: 1, completedAtMs: 0, message: '', slotCount: 1 };
    const desired = { ...blank, number: rollout?.number ?? 0, ...progress };
    await commitAll(this.door.manager.memory.store, [group([update('service', id, 'desired', { desired })])]);
  }

  /** Resolves when somebody has gone on with a rollout that was paused. */
  async resumed(): Promise<void> {
    await eventually(
      'the rollout goes on',
      () => this.service(),
      (service) => !isHalted(service),
    );
  }

  /** As the orchestrator does when an update with that failure action fails. */
  async rollBackByFailure(): Promise<void> {
    const service = this.service();
    const spec = this.door.manager.memory.store.view().revision(service.id, 1)?.spec;
    invariant(spec !== undefined, 'the first revision is kept');
    const fields = rolledBackTo(service, spec, 'failure');
    const changes = [
      update('service', service.id, 'spec', fields),
      create('revision', revisionOf(service.id, fields)),
    ];
    await commitAll(this.door.manager.memory.store, [group(changes)]);
  }

  async close(): Promise<void> {
    await this.#node.close(0);
    await this.door.close();
  }
}

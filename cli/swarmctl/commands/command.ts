/**
 * What performs each command of the table.
 */
import { invariant } from '../../../proto/base/invariant.js';
import type { Command } from '../session.js';
import { backUpCluster, inspectCluster, restoreCluster } from './cluster.js';
import { completeLine, printCompletion } from './completion.js';
import { showEvents } from './events.js';
import { showLogs } from './logs.js';
import { createNetwork, examineNetworks, inspectNetworks, listNetworks, removeNetworks } from './network.js';
import { demoteNodes, inspectNodes, listNodes, promoteNodes, removeNodes, updateNode } from './node.js';
import { inspectServices, listRuns, listServices, removeServices } from './service.js';
import { createService, scaleServices, updateService } from './service-change.js';
import { compareRevisions, listRevisions } from './service-history.js';
import { explainService } from './service-why.js';
import { pauseService, restartService, resumeService, rollBackService } from './service-rollout.js';
import { initSwarm, joinSwarm, leaveSwarm, showJoinToken, updateSwarm } from './swarm.js';
import { inspectTasks, listAllTasks, listNodeTasks, listServiceTasks } from './task.js';
import { showVersion } from './version.js';

const COMMAND_BY_PATH: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    'swarm init': initSwarm,
    'swarm update': updateSwarm,
    'swarm join': joinSwarm,
    'swarm join-token': showJoinToken,
    'swarm leave': leaveSwarm,
    'cluster inspect': inspectCluster,
    'cluster backup': backUpCluster,
    'cluster restore': restoreCluster,
    'node ls': listNodes,
    'node inspect': inspectNodes,
    'node update': updateNode,
    'node ps': listNodeTasks,
    'node promote': promoteNodes,
    'node demote': demoteNodes,
    'node rm': removeNodes,
    'service create': createService,
    'service ls': listServices,
    'service ps': listServiceTasks,
    'service inspect': inspectServices,
    'service scale': scaleServices,
    'service update': updateService,
    'service rollback': rollBackService,
    'service why': explainService,
    'service history': listRevisions,
    'service diff': compareRevisions,
    'service runs': listRuns,
    'service pause': pauseService,
    'service resume': resumeService,
    'service restart': restartService,
    'service logs': showLogs,
    'service rm': removeServices,
    'network create': createNetwork,
    'network ls': listNetworks,
    'network inspect': inspectNetworks,
    'network doctor': examineNetworks,
    'network rm': removeNetworks,
    'task ls': listAllTasks,
    'task inspect': inspectTasks,
    completion: printCompletion,
    events: showEvents,
    version: showVersion,
    __complete: completeLine,
  }),
);

export function commandOf(path: string): Command {
  const command = COMMAND_BY_PATH.get(path);
  invariant(command !== undefined, `nothing performs ${path}`);
  return command;
}

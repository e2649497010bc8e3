/**
 * Says why tasks do not run. What nodes have against a task is known to the scheduler of the leader, which also is
 * who answers.
 */
import type { PendingTasks } from '../../proto/gen/control.js';
import type { Store } from '../store/store.js';
import { nextTurn } from '../store/turn.js';
import type { ControlHandlers } from './handlers.js';
import { type Asked, explanation, tasksAsked } from './rules/explanation.js';
import { excludedNodes, type JudgeNodes, pendingGroups, pendingTasks } from './rules/pending-tasks.js';
import { notFound, resolveServiceOrTask } from './rules/references.js';
import type { ClusterView } from '../store/rules/view.js';

export interface ExplainModules {
  readonly store: Pick<Store, 'view'>;
  readonly judgeNodes: JudgeNodes;
}

export function explainHandlers({ store, judgeNodes }: ExplainModules): ControlHandlers<'explainPlacement'> {
  return {
    explainPlacement: async ({ ref }) => {
      const view = store.view();
      const about = asked(view, ref);
      const pending: PendingTasks[] = [];
      // All nodes are judged for each group: others have a turn in between.
      for (const group of pendingGroups(tasksAsked(view, about))) {
        pending.push(pendingTasks(view, group, judgeNodes));
        await nextTurn();
      }
      const excluded = about.task === undefined ? excludedNodes(view, about.service, judgeNodes) : [];
      return explanation(view, about, { pending, excluded });
    },
  };
}

function asked(view: ClusterView, ref: string): Asked {
  const found = resolveServiceOrTask(view, ref);
  if ('service' in found) return { service: found.service, task: undefined };
  const { task } = found;
  const service = view.service(task.serviceId);
  if (service === undefined) throw notFound(view, 'service', task.serviceId);
  return { service, task };
}

/**
 * Says why tasks do not run. What nodes have against a task is known to the scheduler of the leader, which also is
 * who answers.
 */
import type { Store } from '../store/store.js';
import type { ControlHandlers } from './handlers.js';
import { type Asked, explanation, type JudgeNodes } from './rules/explanation.js';
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
      return explanation(view, asked(view, ref), judgeNodes);
    },
  };
}

function asked(view: ClusterView, ref: string): Asked {
  const found = resolveServiceOrTask(view, ref);
  if ('service' in found) return { service: found.service, tasks: view.tasksOfService(found.service.id) };
  const { task } = found;
  const service = view.service(task.serviceId);
  if (service === undefined) throw notFound(view, 'service', task.serviceId);
  return { service, tasks: [task] };
}

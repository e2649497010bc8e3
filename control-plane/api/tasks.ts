/**
 * Lists and shows tasks, each with the names of its service and node and the spec it was made from.
 */
import type { Store } from '../store/store.js';
import type { ControlHandlers } from './handlers.js';
import { taskEntry, taskRow } from './rules/entries.js';
import { filterTasks } from './rules/filters.js';
import { resolveTask } from './rules/references.js';

export function taskHandlers({ store }: { readonly store: Store }): ControlHandlers<'listTasks' | 'getTask'> {
  return {
    listTasks: async (request) => {
      const view = store.view();
      return { tasks: filterTasks(view, request).map((task) => taskRow(view, task)) };
    },
    getTask: async ({ ref }) => {
      const view = store.view();
      return { entry: taskEntry(view, resolveTask(view, ref)) };
    },
  };
}

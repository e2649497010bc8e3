/**
 * Has nodes look whether their networks are as they should be, all at once. Who fetches their reports is the
 * dispatcher; here nodes get the names that people call them by.
 */
import type {
  ExamineNetworksReply,
  ExamineNetworksRequest,
  NodeExamination,
} from '../../proto/gen/control.js';
import type { NetworkFault, NetworkReport } from '../../proto/gen/dispatcher.js';
import type { Node } from '../../proto/gen/objects.js';
import type { Store } from '../store/store.js';
import type { ControlHandlers } from './handlers.js';
import { resolveNode } from './rules/references.js';

/** Asks one node; where it does not answer, the report says why. */
export interface NetworkExaminations {
  ask(nodeId: string, signal: AbortSignal): Promise<NetworkReport>;
}

export interface NetworkExaminationModules {
  readonly store: Store;
  readonly examinations: NetworkExaminations;
}

export function networkExaminationHandlers(
  modules: NetworkExaminationModules,
): ControlHandlers<'examineNetworks'> {
  return { examineNetworks: (request, { signal }) => examine(request, signal, modules) };
}

async function examine(
  { nodeRefs }: ExamineNetworksRequest,
  signal: AbortSignal,
  { store, examinations }: NetworkExaminationModules,
): Promise<ExamineNetworksReply> {
  const view = store.view();
  const all = [...view.nodes()];
  const asked = nodeRefs.length === 0 ? all : nodeRefs.map((ref) => resolveNode(view, ref));
  const unique = [...new Map(asked.map((node) => [node.id, node])).values()];
  const nodes = await Promise.all(
    unique.map(async (node): Promise<NodeExamination> => {
      const report = await examinations.ask(node.id, signal);
      return { nodeId: node.id, hostname: hostnameOf(node), report: withHostnames(report, all) };
    }),
  );
  return { nodes: nodes.toSorted((a, b) => (a.hostname < b.hostname ? -1 : 1)) };
}

/** Agents know each other by id only. */
function withHostnames(report: NetworkReport, nodes: readonly Node[]): NetworkReport {
  const named = (text: string): string =>
    nodes.reduce((said, node) => said.replaceAll(node.id, hostnameOf(node)), text);
  const faults = report.faults.map(
    ({ check, fault, mend }): NetworkFault => ({
      check,
      fault: named(fault),
      mend: named(mend),
    }),
  );
  return { ...report, faults, error: named(report.error) };
}

function hostnameOf({ id, description }: Node): string {
  return description?.hostname || id;
}

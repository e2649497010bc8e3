/**
 * What the nodes found when they looked at their networks, as lines: per node one, and per fault two, the fault and its
 * mend.
 */
import type { ExamineNetworksReply, NodeExamination } from '../../../proto/gen/control.js';

export function doctorLines({ nodes }: ExamineNetworksReply): readonly string[] {
  return nodes.flatMap(nodeLines);
}

/** Whether every node could look, and none found anything. */
export function isSound({ nodes }: ExamineNetworksReply): boolean {
  return nodes.every(({ report }) => report?.error === '' && report.faults.length === 0);
}

function nodeLines({ nodeId, hostname, report }: NodeExamination): readonly string[] {
  const name = hostname === '' ? nodeId : hostname;
  const error = report === undefined ? 'nothing was heard' : report.error;
  if (report === undefined || error !== '') return [`${name}: could not be examined: ${error}`];
  const { faults, networkCount, wayCount } = report;
  const seen = `${counted(networkCount, 'network')}, ${counted(wayCount, 'way')} to other nodes`;
  if (faults.length === 0) return [`${name}: ${seen}; nothing is wrong`];
  return [
    `${name}: ${seen}; ${counted(faults.length, 'fault')}`,
    ...faults.flatMap(({ check, fault, mend }) => [`  ${check}: ${fault}`, `    ${mend}`]),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

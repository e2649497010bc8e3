/**
 * The rooms and the arrows allowed between them, as one table; arrows.test.ts keeps it. A new room is
 * added here first.
 */

/** Room → the rooms it may import, beside itself. Longest path wins. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'proto/gen': [],
  'proto/base': ['proto/gen'],
  'proto/model': ['proto/gen', 'proto/base'],
  'control-plane/raft': [],
  'control-plane/etcd-log': ['control-plane/raft', 'proto'],
  'control-plane/store': ['proto'],
  'control-plane/loop': ['control-plane/store', 'proto'],
  'control-plane/orchestrator': ['control-plane/loop', 'control-plane/store', 'proto'],
  'control-plane/allocator': ['control-plane/loop', 'control-plane/store', 'proto'],
  'control-plane/scheduler': ['control-plane/loop', 'control-plane/store', 'proto'],
  'control-plane/api': ['control-plane/store', 'proto'],
  'control-plane/dispatcher': ['control-plane/store', 'proto'],
  'control-plane/ca': ['control-plane/store', 'proto'],
  'control-plane/manager': ['control-plane', 'proto'],
  'agent/network': ['proto'],
  'agent/runtime': ['agent/network', 'proto'],
  agent: ['agent/runtime', 'agent/network', 'proto'],
  'cli/swarmctl': ['proto'],
  'cli/swarmd': ['control-plane/manager', 'agent', 'proto'],
};

/** What code under a rules/ folder and in proto/model must not touch: clocks, dice, the outside, waiting. */
export const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['waits', /\bawait\b|\basync\b|\bPromise\b/],
  ['reads a clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bsetTimeout\b|\bsetInterval\b/],
  ['throws dice', /\bMath\.random\(|\brandomUUID\b/],
  ['reads the process', /\bprocess\./],
  ['does input or output', /from 'node:/],
];

/** The room a file lives in; undefined for a file outside the table. */
export function roomOf(path: string): string | undefined {
  const rooms = Object.keys(ARROWS).filter((room) => path.startsWith(`${room}/`));
  return rooms.toSorted((a, b) => b.length - a.length)[0];
}

/** Whether code in one room may import from another. */
export function mayImport(from: string, to: string): boolean {
  return (
    from === to || (ARROWS[from] ?? []).some((allowed) => to === allowed || to.startsWith(`${allowed}/`))
  );
}

export function isRule(path: string): boolean {
  return path.includes('/rules/') || path.startsWith('proto/model/');
}

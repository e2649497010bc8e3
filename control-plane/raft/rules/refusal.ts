/**
 * Why the core did not take an input. A refusal changes nothing, may be met in good order, and is therefore a
 * value. Its text is the one etcd's Raft gives.
 */

export type Refusal = 'proposal-dropped' | 'local-message' | 'unknown-peer';

const TEXTS: Record<Refusal, string> = {
  'proposal-dropped': 'raft proposal dropped',
  'local-message': 'raft: cannot step raft local message',
  'unknown-peer': 'raft: cannot step as peer not found',
};

export function refusalText(refusal: Refusal): string {
  return TEXTS[refusal];
}

/**
 * What the core hands out, as text: the formats in which recorded cases hold messages, entries, snapshots and
 * Readys. Ids are hexadecimal at the ends of a message, decimal elsewhere.
 */
import { confChangeOf } from 'raft-ts/rules/confchange/codec.js';
import { asVersion2 } from 'raft-ts/rules/confchange/conf-change.js';
import { confStateText, nodeIdText, roleText } from 'raft-ts/rules/text.js';
import {
  type ConfChangeType,
  type Entry,
  type HardState,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  NONE,
  type ReadState,
  type Ready,
  type Snapshot,
} from 'raft-ts/rules/types.js';

const CHANGE_LETTERS: Readonly<Record<ConfChangeType, string>> = {
  'add-node': 'v',
  'add-learner-node': 'l',
  'remove-node': 'r',
  'update-node': 'u',
};

export const isEmptySnapshot = (snapshot: Snapshot | undefined): boolean =>
  snapshot === undefined || snapshot.metadata.index === 0;

export const isEmptyHardState = (state: HardState | undefined): boolean =>
  state === undefined || (state.term === 0 && state.vote === NONE && state.commit === 0);

export function describeReady(ready: Ready): string {
  const { softState, hardState, readStates, snapshot } = ready;
  const lines: string[] = [];
  if (softState !== undefined) lines.push(`Lead:${softState.lead} State:${roleText(softState.role)}`);
  if (hardState !== undefined && !isEmptyHardState(hardState))
    lines.push(`HardState ${describeHardState(hardState)}`);
  if (readStates.length > 0) lines.push(`ReadStates [${readStates.map(describeReadState).join(' ')}]`);
  if (ready.entries.length > 0) lines.push('Entries:', ...ready.entries.map(describeEntry));
  if (snapshot !== undefined && !isEmptySnapshot(snapshot))
    lines.push(`Snapshot ${describeSnapshot(snapshot)}`);
  if (ready.committedEntries.length > 0)
    lines.push('CommittedEntries:', ...ready.committedEntries.map(describeEntry));
  if (ready.messages.length > 0)
    lines.push('Messages:', ...ready.messages.map((message) => describeMessage(message)));
  if (lines.length === 0) return '<empty Ready>';
  return `Ready MustSync=${ready.mustSync}:\n${lines.map((line) => `${line}\n`).join('')}`;
}

function describeHardState({ term, vote, commit }: HardState): string {
  return `Term:${term}${vote === NONE ? '' : ` Vote:${vote}`} Commit:${commit}`;
}

/** As Go prints a struct whose second field is a byte slice. */
function describeReadState({ index, context }: ReadState): string {
  return `{${index} [${[...context].join(' ')}]}`;
}

export function describeEntry(entry: Entry): string {
  const place = `${entry.term}/${entry.index}`;
  const change = confChangeOf(entry);
  if (change === undefined) return `${place} EntryNormal ${describeData(entry.data)}`;
  const kind = change.version === 1 ? 'EntryConfChange' : 'EntryConfChangeV2';
  const changes = asVersion2(change).changes.map(({ type, nodeId }) => `${CHANGE_LETTERS[type]}${nodeId}`);
  return [place, kind, ...changes].join(' ');
}

const describeData = (data: Uint8Array | undefined): string =>
  JSON.stringify(Buffer.from(data ?? []).toString('utf8'));

export function describeSnapshot({ metadata }: Snapshot): string {
  return `Index:${metadata.index} Term:${metadata.term} ConfState:${confStateText(metadata.confState)}`;
}

export function describeMessage(message: Message, indent = ''): string {
  const { entries, snapshot, responses } = message;
  let text = `${indent}${endText(message.from)}->${endText(message.to)} Msg${message.type} Term:${message.term}`;
  text += ` Log:${message.logTerm}/${message.index}`;
  if (message.reject) text += ` Rejected (Hint: ${message.rejectHint})`;
  if (message.commit !== 0) text += ` Commit:${message.commit}`;
  if (message.vote !== NONE) text += ` Vote:${message.vote}`;
  if (entries.length > 0) text += ` Entries:${describeList(entries.map(describeEntry), indent)}`;
  if (snapshot !== undefined && !isEmptySnapshot(snapshot))
    text += `\n${indent}  Snapshot: ${describeSnapshot(snapshot)}`;
  if (responses.length > 0) {
    const lines = responses.map((response) => `\n${describeMessage(response, `${indent}  `)}`);
    text += ` Responses:[${lines.join('')}\n${indent}]`;
  }
  return text;
}

function describeList(items: readonly string[], indent: string): string {
  if (items.length === 1) return `[${items[0] ?? ''}]`;
  return `[${items.map((item) => `\n${indent}  ${item}`).join('')}\n${indent}]`;
}

function endText(id: number): string {
  if (id === NONE) return 'None';
  if (id === LOCAL_APPEND_THREAD) return 'AppendThread';
  if (id === LOCAL_APPLY_THREAD) return 'ApplyThread';
  return nodeIdText(id);
}

/**
 * Configuration changes as bytes in a log entry. The encoding is the Protocol Buffers one of etcd's Raft, so
 * that a change has the same length here and there; an entry without bytes is the empty change, which leaves a
 * joint configuration.
 */
import { raftFault } from '../invariant.js';
import type {
  ConfChange,
  ConfChangeSingle,
  ConfChangeTransition,
  ConfChangeType,
  Entry,
  EntryType,
} from '../types.js';

const CHANGE_TYPES: readonly ConfChangeType[] = [
  'add-node',
  'remove-node',
  'update-node',
  'add-learner-node',
];
const TRANSITIONS: readonly ConfChangeTransition[] = ['auto', 'joint-implicit', 'joint-explicit'];

// Tags: field number times 8, plus 0 for a number and 2 for bytes.
const V1_TYPE = 0x10;
const V1_NODE_ID = 0x18;
const V1_CONTEXT = 0x22;
const V2_TRANSITION = 0x08;
const V2_CHANGE = 0x12;
const V2_CONTEXT = 0x1a;
const SINGLE_TYPE = 0x08;
const SINGLE_NODE_ID = 0x10;

export function entryTypeOf(change: ConfChange): EntryType {
  return change.version === 1 ? 'conf-change' : 'conf-change-v2';
}

export function encodeConfChange(change: ConfChange): Uint8Array {
  const bytes: number[] = [];
  if (change.version === 1) {
    putNumber(bytes, V1_TYPE, CHANGE_TYPES.indexOf(change.type));
    putNumber(bytes, V1_NODE_ID, change.nodeId);
    putBytes(bytes, V1_CONTEXT, change.context);
    return Uint8Array.from(bytes);
  }
  putNumber(bytes, V2_TRANSITION, TRANSITIONS.indexOf(change.transition));
  for (const { type, nodeId } of change.changes) {
    const single: number[] = [];
    putNumber(single, SINGLE_TYPE, CHANGE_TYPES.indexOf(type));
    putNumber(single, SINGLE_NODE_ID, nodeId);
    putBytes(bytes, V2_CHANGE, Uint8Array.from(single));
  }
  putBytes(bytes, V2_CONTEXT, change.context);
  return Uint8Array.from(bytes);
}

/** The change an entry carries; undefined for a normal entry. */
export function confChangeOf({ type, data }: Entry): ConfChange | undefined {
  switch (type) {
    case 'normal':
      return undefined;
    case 'conf-change':
      return decodeVersion1(data ?? new Uint8Array(0));
    case 'conf-change-v2':
      return decodeVersion2(data ?? new Uint8Array(0));
    default:
      return type satisfies never;
  }
}

function decodeVersion1(bytes: Uint8Array): ConfChange {
  let type: ConfChangeType = 'add-node';
  let nodeId = 0;
  let context: Uint8Array | undefined;
  eachField(bytes, (tag, value) => {
    if (tag === V1_TYPE) {
      type = changeTypeOf(numberIn(value));
    } else if (tag === V1_NODE_ID) {
      nodeId = numberIn(value);
    } else if (tag === V1_CONTEXT) {
      context = bytesIn(value);
    }
  });
  return { version: 1, type, nodeId, context };
}

function decodeVersion2(bytes: Uint8Array): ConfChange {
  let transition: ConfChangeTransition = 'auto';
  const changes: ConfChangeSingle[] = [];
  let context: Uint8Array | undefined;
  eachField(bytes, (tag, value) => {
    if (tag === V2_TRANSITION) {
      transition = TRANSITIONS[numberIn(value)] ?? damaged();
    } else if (tag === V2_CHANGE) {
      changes.push(decodeSingle(bytesIn(value)));
    } else if (tag === V2_CONTEXT) {
      context = bytesIn(value);
    }
  });
  return { version: 2, transition, changes, context };
}

function decodeSingle(bytes: Uint8Array): ConfChangeSingle {
  let type: ConfChangeType = 'add-node';
  let nodeId = 0;
  eachField(bytes, (tag, value) => {
    if (tag === SINGLE_TYPE) {
      type = changeTypeOf(numberIn(value));
    } else if (tag === SINGLE_NODE_ID) {
      nodeId = numberIn(value);
    }
  });
  return { type, nodeId };
}

function putNumber(bytes: number[], tag: number, value: number): void {
  bytes.push(tag);
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) {
    bytes.push((rest % 0x80) + 0x80);
  }
  bytes.push(rest);
}

function putBytes(bytes: number[], tag: number, value: Uint8Array | undefined): void {
  if (value !== undefined) {
    putNumber(bytes, tag, value.length);
    bytes.push(...value);
  }
}

function eachField(bytes: Uint8Array, visit: (tag: number, value: number | Uint8Array) => void): void {
  let place = 0;
  const takeNumber = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes[place] ?? damaged();
      place += 1;
      value += (byte % 0x80) * scale;
      if (!Number.isSafeInteger(value)) {
        damaged();
      }
      if (byte < 0x80) {
        return value;
      }
    }
  };
  while (place < bytes.length) {
    const tag = takeNumber();
    const number = takeNumber();
    if (tag % 8 === 0) {
      visit(tag, number);
    } else if (tag % 8 === 2 && place + number <= bytes.length) {
      visit(tag, bytes.slice(place, place + number));
      place += number;
    } else {
      damaged();
    }
  }
}

function changeTypeOf(number: number): ConfChangeType {
  return CHANGE_TYPES[number] ?? damaged();
}

function numberIn(value: number | Uint8Array): number {
  return typeof value === 'number' ? value : damaged();
}

function bytesIn(value: number | Uint8Array): Uint8Array {
  return typeof value === 'number' ? damaged() : value;
}

function damaged(): never {
  return raftFault('an entry with a configuration change can not be read');
}

/**
 * DNS over TCP: each message has its length before it, in two bytes (RFC 1035, 4.2.2).
 */

const LENGTH_BYTES = 2;

export function frame(message: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** Puts the messages of one connection together from the pieces that arrive. Holds one message at most. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The messages that the piece completes. */
  push(piece: Buffer): readonly Buffer[] {
    const data = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const messages: Buffer[] = [];
    let at = 0;
    while (data.length - at >= LENGTH_BYTES) {
      const end = at + LENGTH_BYTES + data.readUInt16BE(at);
      if (end > data.length) break;
      messages.push(data.subarray(at + LENGTH_BYTES, end));
      at = end;
    }
    this.#rest = data.subarray(at);
    return messages;
  }
}

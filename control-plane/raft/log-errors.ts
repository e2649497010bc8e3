/**
 * Errors of the log and the snapshot files: what an operator can act on. Each says what happened,
 * where, and what to do; none of them is retried inside this package.
 */

/** The files say something that no crash can have left behind. Nothing was changed. */
export class LogDamagedError extends Error {
  override readonly name = 'LogDamagedError';
  readonly code = 'log-damaged';
  readonly file: string;
  readonly offset: number;

  constructor(file: string, offset: number, what: string) {
    super(
      `${file} is damaged at byte ${offset}: ${what}. Refusing to start, because going on could lose ` +
        'acknowledged writes. Check the disk; then restore the directory from a backup, or remove this ' +
        'member from its cluster and join it again with an empty directory',
    );
    this.file = file;
    this.offset = offset;
  }
}

/** Written by a build that this one does not understand. Nothing was changed. */
export class LogFormatError extends Error {
  override readonly name = 'LogFormatError';
  readonly code = 'log-format-too-new';
  readonly file: string;

  constructor(file: string, found: string, known: string) {
    super(
      `${file} was written by a newer version (${found}; this one reads ${known}). Start the newer version`,
    );
    this.file = file;
  }
}

/**
 * No room for a new segment. None of the records of the rejected calls is in the log, nor will be;
 * appends work again as soon as there is room.
 */
export class LogFullError extends Error {
  override readonly name = 'LogFullError';
  readonly code = 'log-full';

  constructor(directory: string, cause: unknown) {
    super(`no room for the log in ${directory}: free some disk space`, { cause });
  }
}

/**
 * A write or a sync failed, and with it all knowledge of what is on the disk. The log does not go on;
 * records of the rejected calls may or may not be found at the next open.
 */
export class LogFailedError extends Error {
  override readonly name = 'LogFailedError';
  readonly code = 'log-failed';

  constructor(what: string, cause: unknown) {
    super(`${what}; the log has stopped. Check the disk, then start again`, { cause });
  }
}

export class LogClosedError extends Error {
  override readonly name = 'LogClosedError';
  readonly code = 'log-closed';

  constructor() {
    super('the log is closed');
  }
}

/** One call is longer than a segment can hold. Nothing was appended. */
export class LogRecordTooLargeError extends Error {
  override readonly name = 'LogRecordTooLargeError';
  readonly code = 'log-record-too-large';

  constructor(lengthBytes: number, limitBytes: number) {
    super(`${lengthBytes} bytes in one append; a segment takes ${limitBytes}`);
  }
}

/** The entries asked for were removed by `compact`. */
export class LogCompactedError extends Error {
  override readonly name = 'LogCompactedError';
  readonly code = 'log-compacted';

  constructor(index: number, firstIndex: number) {
    super(`entry ${index} was compacted; the log begins at ${firstIndex}`);
  }
}

/** A mistake of the caller or of this package. */
export class LogInvariantError extends Error {
  override readonly name = 'LogInvariantError';
}

export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new LogInvariantError(message);
}

/**
 * A directory that can not be opened as a member's: it holds nothing, or the log of a member is gone. Nothing
 * was changed. Whoever starts with an empty log under an old id could take back what that id promised.
 */
export class MemberMissingError extends Error {
  override readonly name = 'MemberMissingError';
  readonly code = 'member-missing';
  readonly directory: string;

  constructor(directory: string, what: string) {
    super(
      `${directory} ${what}. Refusing to start. If the cluster has other members, remove this one there, empty ` +
        'the directory and join again as a new one; if it was the only one, restore a backup',
    );
    this.directory = directory;
  }
}

/** The others took this member out of the cluster: it has stopped, and its directory is of no more use. */
export class MemberRemovedError extends Error {
  override readonly name = 'MemberRemovedError';
  readonly code = 'member-removed';

  constructor(id: number) {
    super(`member ${id} was removed from the cluster. To take part again, empty its directory and join anew`);
  }
}

/**
 * Where the core tells what it does. Lines are handed over as functions, so that none is built unless somebody
 * wants to read it; without a logger not even the functions are made. A line tells of the moment in which it is
 * handed over: a logger calls the function at once or never.
 */

export interface RaftLogger {
  debug(line: () => string): void;
  info(line: () => string): void;
  warn(line: () => string): void;
  error(line: () => string): void;
}

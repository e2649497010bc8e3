/**
 * Structured logs. Rooms get a Log as a module and add their own fields; nobody else knows pino.
 */
import { destination, pino, stdTimeFunctions } from 'pino';

export interface Log {
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void;
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
  child(facts: Readonly<Record<string, unknown>>): Log;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON object per line on the file descriptor (1: standard output). */
export function openLog(level: LogLevel, facts: Readonly<Record<string, unknown>>, fd = 1): Log {
  // Synchronous: a line written just before the process dies must be there, and lines are few.
  const target = destination({ fd, sync: true });
  const formatters = { level: (label: string) => ({ level: label }) };
  const logger = pino({ level, base: facts, timestamp: stdTimeFunctions.isoTime, formatters }, target);
  return wrap(logger);
}

/** Drops everything; for tests and short-lived commands. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

interface PinoLike {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  child(facts: object): PinoLike;
}

function wrap(logger: PinoLike): Log {
  return {
    debug: (message, facts) => logger.debug(withError(facts), message),
    info: (message, facts) => logger.info(withError(facts), message),
    warn: (message, facts) => logger.warn(withError(facts), message),
    error: (message, facts) => logger.error(withError(facts), message),
    child: (facts) => wrap(logger.child(facts)),
  };
}

// pino serialises an error only under the key `err`.
function withError(facts: Readonly<Record<string, unknown>> = {}): object {
  const { error, ...rest } = facts;
  return error === undefined ? facts : { ...rest, err: error };
}

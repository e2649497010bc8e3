/**
 * When an engine has forgotten a container's health check, and what checks in its place make of the container.
 */
import assert from 'node:assert/strict';
import type { Inspection } from '../../../agent/runtime/docker/rules/container-state.js';
import {
  type Health,
  healthAfter,
  healthCheckOf,
  overdueAtMs,
} from '../../../agent/runtime/docker/rules/health-check.js';

const NOON_MS = Date.UTC(2030, 0, 1, 12);
const at = (seconds: number): string => new Date(NOON_MS + seconds * 1000).toISOString();

function anInspection(parts: {
  readonly check?: Inspection['Config']['Healthcheck'];
  readonly endedAt?: readonly string[];
  readonly isPaused?: boolean;
}): Inspection {
  const { check, endedAt = [], isPaused = false } = parts;
  return {
    Id: 'c1',
    Name: '/web.1.t1',
    State: {
      Status: 'running',
      Running: true,
      Paused: isPaused,
      StartedAt: at(0),
      OOMKilled: false,
      Pid: 1,
      ExitCode: 0,
      Error: '',
      Health: { Status: 'healthy', Log: endedAt.map((End) => ({ Output: '', End })) },
    },
    Config: { Tty: false, Healthcheck: check },
    NetworkSettings: {},
  };
}

const SECOND_NS = 1e9;
const check = { Test: ['CMD-SHELL', 'true'], Interval: SECOND_NS, Timeout: 2 * SECOND_NS, Retries: 2 };

describe("a container's health check", () => {
  it('is read as the engine keeps it, with its defaults', () => {
    const read = healthCheckOf(anInspection({ check: { Test: ['CMD', 'curl', '-f', 'localhost'] } }));
    assert.deepEqual(read, {
      command: ['curl', '-f', 'localhost'],
      intervalMs: 30_000,
      timeoutMs: 30_000,
      retries: 3,
      startPeriodMs: 0,
    });
    assert.deepEqual(healthCheckOf(anInspection({ check }))?.command, ['/bin/sh', '-c', 'true']);
  });

  it('is none where there is none, where it was turned off, and while the container is paused', () => {
    assert.equal(healthCheckOf(anInspection({})), undefined);
    assert.equal(healthCheckOf(anInspection({ check: { Test: ['NONE'] } })), undefined);
    assert.equal(healthCheckOf(anInspection({ check, isPaused: true })), undefined);
  });

  it('is forgotten when no result came for an interval, a time-out and a margin', () => {
    const read = healthCheckOf(anInspection({ check })) ?? assert.fail();
    const overdue = (...endedAt: string[]): number => overdueAtMs(anInspection({ check, endedAt }), read);
    assert.equal(overdue(), NOON_MS + 8_000);
    assert.equal(overdue(at(3), at(10)), NOON_MS + 18_000);
    // Results of a run before this one do not make it late.
    assert.equal(overdue(at(-100)), NOON_MS + 8_000);
  });

  it('fails the container after as many failures in a row as it says, and those of the start do not count', () => {
    const read = healthCheckOf(anInspection({ check: { ...check, StartPeriod: 10 * SECOND_NS } }));
    assert.ok(read !== undefined);
    const after = (
      status: Health['status'],
      ...results: readonly [problem: string, atMs: number][]
    ): string => {
      let health: Health = { status, failures: 0, output: '' };
      for (const [problem, atMs] of results) health = healthAfter(health, problem, read, atMs);
      return `${health.status} ${health.output}`.trim();
    };
    assert.equal(after('healthy', ['no', 20_000], ['', 21_000], ['no', 22_000]), 'healthy no');
    assert.equal(after('healthy', ['no', 20_000], ['still no', 21_000]), 'unhealthy still no');
    assert.equal(after('starting', ['no', 1_000], ['no', 2_000], ['no', 3_000]), 'starting no');
    assert.equal(after('starting', ['no', 9_000], ['', 10_000]), 'healthy');
    assert.equal(after('starting', ['no', 11_000], ['no', 12_000]), 'unhealthy no');
  });
});

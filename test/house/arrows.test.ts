/**
 * Data flows one way: imports follow the table of rooms.ts, no file is in a cycle, and rules are pure.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { IMPURE, isRule, mayImport, roomOf } from './rooms.js';

interface Module {
  readonly source: string;
  readonly dependencies: readonly {
    readonly resolved: string;
    readonly module: string;
    readonly couldNotResolve: boolean;
    readonly dependencyTypes: readonly string[];
    readonly circular: boolean;
  }[];
}

describe('the house', () => {
  let modules: readonly Module[] = [];

  before(async function () {
    this.timeout(60_000);
    modules = await readModules();
  });

  it('was read: a checker that sees no file proves nothing', () => {
    assert.ok(modules.length > 80, `only ${modules.length} files were read`);
    assert.ok(modules.some(({ dependencies }) => dependencies.length > 3));
  });

  it('has every file in a room', () => {
    assert.deepEqual(
      modules.filter(({ source }) => roomOf(source) === undefined).map(({ source }) => source),
      [],
    );
  });

  it('has arrows only where the table allows them', () => {
    const wrong = eachImport(modules).filter(({ from, to }) => {
      const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
      return fromRoom !== undefined && toRoom !== undefined && !mayImport(fromRoom, toRoom);
    });
    assert.deepEqual(wrong, []);
  });

  it('imports nothing from the tests', () => {
    assert.deepEqual(
      eachImport(modules).filter(({ to }) => to.startsWith('test/')),
      [],
    );
  });

  it('has no file in a circle of imports', () => {
    const circular = modules.filter(({ dependencies }) =>
      dependencies.some((dependency) => dependency.circular),
    );
    assert.deepEqual(
      circular.map(({ source }) => source),
      [],
    );
  });

  it('keeps rules pure: they wait for nothing and see no clock, dice, process or file', () => {
    const rules = modules.map(({ source }) => source).filter(isRule);
    assert.ok(rules.length > 15, `only ${rules.length} rules were read`);
    const impure = rules.flatMap((path) => {
      const code = withoutComments(readFileSync(path, 'utf8'));
      return IMPURE.filter(([, pattern]) => pattern.test(code)).map(([what]) => `${path} ${what}`);
    });
    assert.deepEqual(impure, []);
  });

  it('lets rules import only rules, the model, generated types, invariants and errors', () => {
    const allowed = /\/rules\/|^proto\/(model|gen)\/|^proto\/base\/(invariant|errors)\.ts$/;
    const wrong = eachImport(modules).filter(
      ({ from, to }) => isRule(from) && roomOf(to) !== undefined && !allowed.test(to),
    );
    assert.deepEqual(wrong, []);
  });
});

async function readModules(): Promise<readonly Module[]> {
  const { output } = await cruise(['proto', 'control-plane', 'agent', 'cli'], {
    // The compiler has no programming interface in this version; without another parser nothing is read.
    parser: 'swc',
    exclude: { path: '(^|/)(dist|node_modules|generator)/' },
    tsPreCompilationDeps: true,
    ruleSet: { forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
  });
  assert.ok(typeof output !== 'string');
  return (output.modules as unknown as readonly Module[]).filter(({ source }) => /\.tsx?$/.test(source));
}

function eachImport(modules: readonly Module[]): readonly { from: string; to: string }[] {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ dependencyTypes }) => !dependencyTypes.includes('core'))
      .map(({ resolved, module }) => ({
        from: source,
        // The workspace package is imported by its name and resolves to its build.
        to: module.startsWith('raft-ts/')
          ? `control-plane/raft/${module.slice('raft-ts/'.length)}`
          : resolved,
      })),
  );
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

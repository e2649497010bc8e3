/**
 * Questions to the kernel's tools that are asked at the same time are asked by one shell: to start a process costs a
 * large one like this more than most of these tools do, and its event loop stands still meanwhile.
 */
import { mustRun, refusal, run, type Run } from './tools.js';

interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly resolve: (run: Run) => void;
  readonly reject: (error: unknown) => void;
}

/** Around the exit code that follows what each of them printed; no tool prints it unescaped. */
const MARK = '\u001E';

export class JointReading {
  #asked: Asked[] = [];

  /**
   * What the command said and how it ended. Only for commands that change nothing and whose words need no quotes: one
   * that fails is run again by itself, for what it says against it.
   */
  run(command: string, args: readonly string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) queueMicrotask(() => this.#runAsked());
      this.#asked.push({ command, args, resolve, reject });
    });
  }

  async mustRun(command: string, args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(command, args);
    if (code !== 0) throw refusal(command, stderr === '' ? `exit code ${code}` : stderr);
    return stdout;
  }

  #runAsked(): void {
    const asked = this.#asked;
    this.#asked = [];
    const alone = ({ command, args, resolve, reject }: Asked): void => {
      run(command, args).then(resolve, reject);
    };
    if (asked.length === 1) return asked.forEach(alone);
    mustRun('sh', ['-c', asked.map(lineOf).join('\n')]).then(
      (output) => {
        const outputs = outputsIn(output);
        for (const [at, each] of asked.entries()) {
          const stdout = outputs[at];
          if (stdout === undefined) alone(each);
          else each.resolve({ code: 0, stdout, stderr: '' });
        }
      },
      (error: unknown) => {
        for (const { reject } of asked) reject(error);
      },
    );
  }
}

function lineOf({ command, args }: Asked): string {
  return `${[command, ...args].join(' ')} 2>/dev/null; printf '\\036%d\\036' "$?"`;
}

/** Of each command in turn; undefined of one that failed. */
function outputsIn(output: string): readonly (string | undefined)[] {
  const pieces = output.split(MARK);
  return pieces.flatMap((piece, at) => (at % 2 === 0 ? [pieces[at + 1] === '0' ? piece : undefined] : []));
}

/**
 * How containers of an image behave in a simulation; the image's name says it: "web:2" is good,
 * "web:2-crash3000" runs for three seconds. Words may be joined: "web:3-slowstart-crash500".
 */

export interface ImageScript {
  /** There is no such image. */
  readonly isMissing: boolean;
  /** Longest time that fetching takes; each time takes another one. */
  readonly pullMs: number;
  /** From its start until it is healthy; undefined: it never is, nor says that it is not. */
  readonly healthyAfterMs: number | undefined;
  /** Its health check fails at that time instead. */
  readonly isSick: boolean;
  /** Its process ends by itself after so long, badly or well. */
  readonly endsAfterMs: number | undefined;
  readonly exitCode: number;
  /** How long its process takes to end when asked. */
  readonly stopMs: number;
}

const GOOD: ImageScript = {
  isMissing: false,
  pullMs: 1_500,
  healthyAfterMs: 400,
  isSick: false,
  endsAfterMs: undefined,
  exitCode: 0,
  stopMs: 300,
};

const FEATURES: readonly (readonly [RegExp, (amount: number) => Partial<ImageScript>])[] = [
  [/^missing$/, () => ({ isMissing: true })],
  [/^sick$/, () => ({ isSick: true })],
  [/^hang$/, () => ({ healthyAfterMs: undefined })],
  [/^slowpull$/, () => ({ pullMs: 20_000 })],
  [/^slowstart$/, () => ({ healthyAfterMs: 8_000 })],
  [/^stubborn$/, () => ({ stopMs: 3_600_000 })],
  [/^crash(\d+)$/, (amount) => ({ endsAfterMs: amount, exitCode: 1 })],
  [/^done(\d+)$/, (amount) => ({ endsAfterMs: amount })],
];

export function scriptOf(image: string): ImageScript {
  let script = GOOD;
  for (const word of image.split('-').slice(1)) {
    const feature = FEATURES.find(([pattern]) => pattern.test(word));
    if (feature === undefined) throw new Error(`no image behaves like "${word}" (${image})`);
    script = { ...script, ...feature[1](Number(/\d+$/.exec(word)?.[0] ?? 0)) };
  }
  return script;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ConsoleVector, consoleRunner, type Outcome, readConsoleVectors } from './console-vectors.ts';
import { readUnknownVectors, unknownRunner } from './unknown-vectors.ts';

/** What has to be met at least, in parts of one. */
const FLOORS = { values: 0.995, errors: 0.99, summaries: 0.9, details: 0.9, unknown: 0.98 };

const unmet: {
  readonly console: readonly { readonly expression: string }[];
  readonly unknown: readonly { readonly expression: string }[];
} = JSON.parse(readFileSync(new URL('vectors/unmet.json', import.meta.url), 'utf8'));

describe('expressions in the console of Terraform', () => {
  const file = readConsoleVectors(new URL('vectors/console-vectors.json', import.meta.url));
  const run = consoleRunner(file);
  const results = Object.values(file.groups).flatMap((vectors) =>
    vectors.map((vector) => ({ vector, outcome: run(vector) })),
  );
  const values = results.filter(({ vector }) => vector.error === undefined);
  const errors = results.filter(({ vector }) => vector.error !== undefined);
  const listed = unmet.console.map(({ expression }) => expression);

  it('give the same values, types and summaries, except for those listed as unmet', () => {
    const failed = results.filter(({ vector, outcome }) => !isMet(vector, outcome));
    expect(failed.map(({ vector }) => vector.expression)).toEqual(listed);
  });

  it('keep to the floors', () => {
    expect(share(values, ({ vector, outcome }) => isMet(vector, outcome))).toBeGreaterThanOrEqual(FLOORS.values);
    expect(share(errors, ({ outcome }) => 'error' in outcome)).toBeGreaterThanOrEqual(FLOORS.errors);
    expect(share(errors, ({ vector, outcome }) => isMet(vector, outcome))).toBeGreaterThanOrEqual(FLOORS.summaries);
    const sameDetail = ({ vector, outcome }: (typeof errors)[number]) =>
      'error' in outcome && outcome.detail === vector.detail;
    expect(share(errors, sameDetail)).toBeGreaterThanOrEqual(FLOORS.details);
  });
});

describe('expressions on what is known only after apply', () => {
  const file = readUnknownVectors(new URL('vectors/unknown-vectors.json', import.meta.url));
  const run = unknownRunner(file);
  const results = file.vectors.map(({ expression, ...expected }) => ({
    expression,
    expected,
    outcome: run(expression),
  }));
  const listed = new Set(unmet.unknown.map(({ expression }) => expression));

  it.each(results.filter(({ expression }) => !listed.has(expression)))('$expression', ({ expected, outcome }) => {
    expect(outcome).toEqual(expected);
  });

  it('keep to the floor', () => {
    expect(share(results, ({ expression }) => !listed.has(expression))).toBeGreaterThanOrEqual(FLOORS.unknown);
  });
});

function isMet(vector: ConsoleVector, outcome: Outcome): boolean {
  if ('error' in outcome) return outcome.error === vector.error;
  const sameValue = 'json' in outcome ? outcome.json === vector.json : outcome.opaque === vector.opaque;
  return sameValue && outcome.type === vector.type;
}

function share<T>(all: readonly T[], isGood: (one: T) => boolean): number {
  return all.filter(isGood).length / all.length;
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions of GitHub are the subject

import { describe, expect, it } from 'vitest';
import type { Plain } from '../plain-data.ts';
import {
  type ExpressionScope,
  evaluateCondition,
  evaluateExpression,
  evaluateStageCondition,
  evaluateText,
  resolveValue,
} from './expressions.ts';

function scope(failed = false): ExpressionScope {
  return {
    contexts: {
      github: { actor: 'octocat', event: { number: 7, labels: [{ name: 'a' }, { name: 'b' }] } },
      env: { REGION: 'eu-west-1', EMPTY: '' },
      inputs: { dry: true },
      steps: {},
    },
    status: { success: () => !failed, failure: () => failed, cancelled: () => false },
    hashFiles: (patterns) => `hash of ${patterns.join(' ')}`,
  };
}

describe('evaluateText', () => {
  const cases: { written: Plain; text: string }[] = [
    { written: "plain { } ' text", text: "plain { } ' text" },
    { written: '${{ github.actor }}', text: 'octocat' },
    { written: "a {0} '${{ github.actor }}' ${{ github.event.number }} }", text: "a {0} 'octocat' 7 }" },
    { written: "${{ '}}' }}", text: '}}' },
    { written: "${{ format('{0} it''s', 'so') }}", text: "so it's" },
    { written: '${{ inputs.dry }}', text: 'true' },
    { written: '${{ github.nothing.here }}', text: '' },
    { written: '${{ join(github.event.labels.*.name) }}', text: 'a,b' },
    { written: '${{ env.region }}', text: 'eu-west-1' },
    { written: "${{ hashFiles('*.tf', 'x') }}", text: 'hash of *.tf x' },
    { written: '${{ fromJSON(\'{"a": 1.50}\').a }}', text: '1.5' },
    { written: 'line one\n  ${{ github.actor }}\nend\n', text: 'line one\n  octocat\nend\n' },
    { written: 1.5, text: '1.5' },
    { written: true, text: 'true' },
    { written: null, text: '' },
  ];
  it.each(cases)('$written', ({ written, text }) => {
    expect(evaluateText(written, scope())).toBe(text);
  });

  it.each([
    { written: '${{ github.event }}', error: 'where text is expected' },
    { written: '${{ github.actor', error: 'not closed' },
    { written: '${{ }}', error: 'an expression is expected' },
    { written: '${{ nonsense.x }}', error: 'nonsense.x' },
    { written: '${{ github.actor == }}', error: 'github.actor ==' },
    { written: "${{ fromJSON('{') }}", error: 'fromJSON' },
  ])('refuses $written', ({ written, error }) => {
    expect(() => evaluateText(written, scope())).toThrow(error);
  });
});

it('a value that is one expression keeps its type, at any depth', () => {
  const matrix = { os: ['linux'], size: "${{ fromJSON('[1, 2]') }}", name: 'x-${{ github.event.number }}' };
  expect(resolveValue(matrix, scope())).toEqual({ os: ['linux'], size: [1, 2], name: 'x-7' });
});

describe('evaluateCondition', () => {
  it.each([
    { written: undefined, good: true, bad: false },
    { written: '', good: true, bad: false },
    { written: "github.actor == 'octocat'", good: true, bad: false },
    { written: "${{ github.actor == 'octocat' }}", good: true, bad: false },
    { written: 'always()', good: true, bad: true },
    { written: '${{ !cancelled() }}', good: true, bad: true },
    { written: 'failure()', good: false, bad: true },
    { written: "failure() && github.actor == 'mona'", good: false, bad: false },
    { written: "contains('failure()', 'x')", good: false, bad: false },
    { written: "contains('say failure()', 'failure()')", good: true, bad: false },
    { written: false, good: false, bad: false },
    // A well-known trap: text around the braces makes a string, which is always true.
    { written: "${{ github.actor }} == 'mona'", good: true, bad: false },
  ])('$written', ({ written, good, bad }) => {
    expect(evaluateCondition(written, scope(false))).toBe(good);
    expect(evaluateCondition(written, scope(true))).toBe(bad);
  });
});

it('pre-if and post-if are taken as written, always() when absent', () => {
  expect(evaluateStageCondition(null, scope(true))).toBe(true);
  expect(evaluateStageCondition("github.actor == 'octocat'", scope(true))).toBe(true);
  expect(evaluateStageCondition('success()', scope(true))).toBe(false);
});

it('status functions and hashFiles are unknown where GitHub has none', () => {
  const bare: ExpressionScope = { contexts: {}, status: null, hashFiles: null };
  expect(() => evaluateExpression('success()', bare)).toThrow('success');
  expect(() => evaluateExpression("hashFiles('x')", bare)).toThrow('hashFiles');
});

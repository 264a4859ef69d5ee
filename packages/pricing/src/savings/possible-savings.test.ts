import type { Verdict } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { amountText } from '../money/amount.ts';
import { possibleSavings, totalSaving } from './possible-savings.ts';

const verdict = (id: string, rule: string, saving: string | null, outcome: Verdict['outcome'] = 'fail'): Verdict => ({
  policy: 'hygiene',
  rule,
  level: 'advisory',
  effect: 'warn',
  outcome,
  subject: { kind: 'resource', id },
  message: '',
  ...(saving === null ? {} : { evidence: [{ expression: 'saving', value: saving }] }),
});

describe('possibleSavings', () => {
  it('counts the largest saving of a resource, and the largest first', () => {
    const savings = possibleSavings([
      verdict('aws_instance.a', 'graviton', '9.5'),
      verdict('aws_instance.a', 'generation', '10'),
      verdict('aws_instance.b', 'graviton', '0.1'),
      verdict('aws_instance.c', 'graviton', '0.2'),
    ]);
    expect(savings.map(({ verdict: { subject, rule } }) => [subject.id, rule])).toEqual([
      ['aws_instance.a', 'generation'],
      ['aws_instance.c', 'graviton'],
      ['aws_instance.b', 'graviton'],
    ]);
    expect(amountText(totalSaving(savings))).toBe('10.3');
  });

  it('counts nothing that did not fail, or tells no saving', () => {
    const savings = possibleSavings([
      verdict('aws_instance.a', 'graviton', '9.5', 'excepted'),
      verdict('aws_instance.b', 'graviton', '9.5', 'unknown'),
      verdict('aws_instance.c', 'tags', null),
    ]);
    expect(savings).toEqual([]);
    expect(amountText(totalSaving(savings))).toBe('0');
  });
});

import { decide } from '@tollgate/policy-engine';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { everyVerdict } from '../test/every-verdict/sample.ts';
import type { Report } from './arrange.ts';
import { toJUnit } from './junit.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads XML as a strict parser does, which throws for anything that is not well-formed. */
function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.write(xml).close();
  return tags;
}

function reportWith(hostile: string): Report {
  const policy = {
    name: hostile,
    version: hostile,
    rules: [{ id: hostile, level: 'hard-mandatory', onUnknown: 'warn' }],
    document: {},
  } as const;
  const result = {
    rule: hostile,
    subject: { kind: 'resource', id: hostile },
    outcome: 'fail',
    message: hostile,
    source: { file: hostile, startLine: 1 },
  } as const;
  return {
    decision: decide([{ policy, results: [result] }]),
    evidence: { gate: hostile, headline: '', remedies: [], sections: [], unknowns: [], sources: [] },
  };
}

describe('JUnit', () => {
  const tags = tagsOf(toJUnit(everyVerdict()));
  const named = (name: string) => tags.filter((tag) => tag.name === name);

  it('has a suite for every policy, and counts what is in it', () => {
    expect(named('testsuite').map(({ attributes }) => attributes.name)).toEqual([
      'cost-guard',
      'databases',
      'encryption',
      'naming',
      'required-tags',
    ]);
    const [all] = named('testsuites');
    for (const [count, tag] of Object.entries({
      tests: 'testcase',
      failures: 'failure',
      errors: 'error',
      skipped: 'skipped',
    })) {
      expect(Number(all?.attributes[count]), count).toBe(named(tag).length);
      const sum = named('testsuite').reduce((total, { attributes }) => total + Number(attributes[count]), 0);
      expect(sum, count).toBe(named(tag).length);
    }
  });

  it('is red for what blocks only', () => {
    const { decision } = everyVerdict();
    expect(named('failure')).toHaveLength(decision.verdicts.filter(({ effect }) => effect === 'block').length);
    expect(named('error')).toHaveLength(decision.summary.error);
  });

  it('has no times', () => {
    for (const { attributes } of tags) expect(Object.keys(attributes)).not.toContain('timestamp');
  });

  it('is well-formed whatever a name holds', () => {
    for (const attack of [
      ']]>',
      '<![CDATA[',
      '&lt;',
      '\u0000\u0008\ufffe\uffff\ud800',
      '"\' />',
      'a\nb\tc',
      '--><!--',
    ]) {
      expect(() => tagsOf(toJUnit(reportWith(attack))), JSON.stringify(attack)).not.toThrow();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        expect(tagsOf(toJUnit(reportWith(name))).filter((tag) => tag.name === 'testcase')).toHaveLength(1);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

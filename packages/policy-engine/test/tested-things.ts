import { type Documents, readDocuments } from '../src/documents/read-documents.ts';
import type { GivenForm } from '../src/gates/gate.ts';
import { type TestGate, testGate } from '../src/testing/test-gate.ts';
import { policyText, thing, thingGate } from './judging.ts';

const given: GivenForm<{ labels: number }> = {
  schema: {
    type: 'object',
    properties: { things: { type: 'object', additionalProperties: { type: 'object' } } },
    required: ['things'],
    additionalProperties: false,
  },
  subjects({ things }) {
    return Object.entries(Object(things)).map(([id, values]) => {
      if (id === 'broken') throw new Error('A thing cannot be "broken".');
      return thing(id, Object(values));
    });
  },
};

/** The gate of things, whose cases give them by their ids: `things: { a.x: { size: 3 } }`. */
export const things: TestGate = testGate({ ...thingGate, given });

/** Documents of texts of YAML, each in a file of its own: `a.yml`, `b.yml`, …. */
export function documentsOf(...texts: readonly string[]): Promise<Documents> {
  return readDocuments(texts.map((text, index) => ({ file: `${String.fromCharCode(97 + index)}.yml`, text })));
}

/** Tests of the policy `things` with these lines under `cases`. */
export function testText(cases: string, spec = '', name = 'things'): string {
  return `apiVersion: tollgate/v1\nkind: PolicyTest\nmetadata: { name: tests }\nspec:\n  policy: ${name}\n${spec}  cases:\n${cases}`;
}

/** A policy with a rule that things are small, and one about open things only. */
export const smallThings = policyText(
  [
    'params:',
    '  most: { type: number, default: 3 }',
    'rules:',
    '  - id: small',
    '    assert: thing.size <= params.most',
    '    message: "${thing.name} is larger than ${params.most}"',
    '  - id: until',
    '    match: { when: thing.isOpen }',
    '    assert: timestamp(thing.until) > now',
  ].join('\n'),
);

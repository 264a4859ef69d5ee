import { describe, expect, it } from 'vitest';
import { encode, smallPlan } from '../../test/small-plan.ts';
import { readPlanOrState } from './read-plan-or-state.ts';

const read = (document: unknown) => readPlanOrState(encode(document), { file: 'given.json' });

describe('a file that is a plan or a state', () => {
  it('is a plan when it has changes', () => {
    expect(readPlanOrState(smallPlan(), { file: 'given.json' })).toMatchObject({ kind: 'plan', file: 'given.json' });
    expect(read({ format_version: '1.2', planned_values: { root_module: {} } })).toMatchObject({ kind: 'plan' });
  });

  it.each([
    ['as shown', { format_version: '1.0', values: { root_module: {} } }],
    ['as shown, of nothing', { format_version: '1.0' }],
    ['raw', { version: 4, serial: 1, lineage: 'a', resources: [] }],
  ])('is a state %s', (_, document) => {
    expect(read(document)).toMatchObject({ kind: 'state', resources: [] });
  });

  it.each([
    ['something else', { name: 'x' }, 'it is JSON, and no Terraform plan'],
    ['a state of OpenTofu that is encrypted', { encrypted_data: 'x' }, 'it is encrypted by OpenTofu'],
    ['a state of an old version', { version: 3, serial: 1 }, 'its version is 3'],
    ['schemas', { format_version: '1.0', provider_schemas: {} }, 'it holds the schemas of providers'],
  ])('is refused when it is %s', (_, document, problem) => {
    expect(() => read(document)).toThrow(`Cannot read the plan or state given.json: ${problem}`);
  });

  it('is refused when there is none', () => {
    const bytes = new TextEncoder().encode('no JSON');
    expect(() => readPlanOrState(bytes, { file: 'given.json' })).toThrow('it is not JSON');
  });
});

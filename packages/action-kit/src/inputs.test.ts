import { describe, expect, it } from 'vitest';
import { choice, flag, list, readInputs, text } from './inputs.ts';

const metadata = {
  'plan-file': { required: true, default: undefined },
  'required-tags': { required: true, default: undefined },
  mode: { required: false, default: 'warn' },
  check: { required: false, default: 'true' },
};
const readers = {
  'plan-file': text(),
  'required-tags': list(),
  mode: choice(['warn', 'fail']),
  check: flag(),
};
const good = {
  'INPUT_PLAN-FILE': ' plan.json ',
  'INPUT_REQUIRED-TAGS': 'Owner',
  INPUT_MODE: 'fail',
  INPUT_CHECK: 'true',
};

describe('inputs', () => {
  it('come as one typed object, trimmed', () => {
    const inputs = readInputs(metadata, readers, { ...good, PATH: '/bin', INPUTS: 'no input' });
    const typed: { 'plan-file': string; 'required-tags': readonly string[]; mode: 'warn' | 'fail'; check: boolean } =
      inputs;
    expect(typed).toEqual({ 'plan-file': 'plan.json', 'required-tags': ['Owner'], mode: 'fail', check: true });
  });

  it('report every problem at once', () => {
    const env = { INPUT_MODE: 'loud', INPUT_CHECK: 'yes', 'INPUT_REQUIRED-TAG': 'x' };
    expect(() => readInputs(metadata, readers, env)).toThrow(
      [
        'Input "required-tag" is not known. The inputs are: plan-file, required-tags, mode, check.',
        'Input "plan-file" is required: add it under "with:".',
        'Input "required-tags" is required: add it under "with:".',
        'Input "mode" is "loud", but must be one of: warn, fail.',
        'Input "check" is "yes", but must be true or false.',
      ].join('\n'),
    );
  });

  it.each([
    ['Owner,CostCenter', ['Owner', 'CostCenter']],
    ['Owner\nCostCenter\n', ['Owner', 'CostCenter']],
    [' Owner ,\r\n Cost Center,Owner', ['Owner', 'Cost Center']],
    ['', []],
  ])('list %j', (value, expected) => {
    expect(list()(value)).toEqual({ value: expected });
  });
});

import { describe, expect, it } from 'vitest';
import { stepOutputs } from './step-outputs.ts';

describe('stepOutputs', () => {
  it.each([
    ['steps.gate.outputs.outcome', [{ step: 'gate', output: 'outcome' }]],
    ["steps['gate']['outputs']['monthly-cost']", [{ step: 'gate', output: 'monthly-cost' }]],
    [
      "success() && Steps.a.Outputs.b == 'x' || steps.c.outputs.d",
      [
        { step: 'a', output: 'b' },
        { step: 'c', output: 'd' },
      ],
    ],
    ["fromJSON(steps.a.outputs.b).steps.outputs['x']", [{ step: 'a', output: 'b' }]],
    ['steps.gate.outcome', []],
    ['steps.gate.outputs', []],
    ["needs.gate.outputs.outcome == 'steps.a.outputs.b'", []],
    ['steps.gate.outputs.outcome ==== 1 "', []],
    ['', []],
  ])('%s', (expression, expected) => {
    expect(stepOutputs(expression)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { evaluateModule } from './evaluate-module.ts';

const check = 'output "inside" {\n  value = cidrcontains("10.0.0.0/8", "10.1.2.3")\n}\n';

describe('a configuration', () => {
  it('is OpenTofu’s when all files of its root module are: its own functions can be called', () => {
    const { outputs, diagnostics } = evaluateModule(memoryTree({ 'main.tofu': check, 'other.tofu': '' }));
    expect(diagnostics).toEqual([]);
    expect(outputs.inside).toMatchObject({ value: true, unknown: false });
  });

  it('is Terraform’s otherwise, which does not have them', () => {
    const { diagnostics } = evaluateModule(memoryTree({ 'main.tf': check }));
    expect(diagnostics).toMatchObject([{ severity: 'error', summary: 'Call to unknown function' }]);
  });

  it('is what it is said to be', () => {
    expect(evaluateModule(memoryTree({ 'main.tf': check }), { openTofu: true }).diagnostics).toEqual([]);
    expect(evaluateModule(memoryTree({ 'main.tofu': check, 'a.tf': '' })).outputs).toEqual({});
  });

  it('tells nothing of the machine', () => {
    const text =
      'output "a" { value = path.cwd }\noutput "b" { value = pathexpand("~/x") }\noutput "c" { value = abspath("x") }\n';
    const { outputs } = evaluateModule(memoryTree({ 'main.tf': text }));
    expect(Object.values(outputs).map(({ unknown }) => unknown)).toEqual([true, true, true]);
  });
});

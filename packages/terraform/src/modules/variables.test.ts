import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { type EvaluateOptions, evaluateModule } from './index.ts';

function evaluate(text: string, options: EvaluateOptions = {}) {
  return evaluateModule(memoryTree({ 'main.tf': text }), options);
}

describe('a variable without a value', () => {
  const text = 'variable "region" {\n  type = string\n}\noutput "o" { value = "x-${var.region}" }\n';

  it('is worth a warning, and its value is unknown', () => {
    const { diagnostics, outputs } = evaluate(text);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', summary: 'No value for required variable', source: { startLine: 1 } },
    ]);
    expect(outputs.o).toMatchObject({ unknown: true, reasons: [{ reasons: ['variable region has no value'] }] });
  });

  it('is an error as for Terraform, when asked for', () => {
    expect(evaluate(text, { strict: true }).diagnostics).toMatchObject([{ severity: 'error' }]);
  });
});

describe('a module that is made for another release', () => {
  it.each([
    [{}, 'warning'],
    [{ strict: true }, 'error'],
  ])('with %o gives a %s at the constraint', (options, severity) => {
    expect(evaluate('terraform {\n  required_version = "< 1.0"\n}\n', options).diagnostics).toMatchObject([
      { severity, summary: 'Unsupported Terraform Core version', source: { startLine: 2, startColumn: 3 } },
    ]);
  });
});

describe('paths and the workspace', () => {
  const text = 'output "o" { value = [terraform.workspace, path.root, path.module, path.cwd] }';

  it('come from the options', () => {
    const { outputs } = evaluate(text, { workspace: 'stage', workingDirectory: '/w' });
    expect(outputs.o?.value).toEqual(['stage', '.', '.', '/w']);
  });

  it('are unknown where nobody tells them', () => {
    expect(evaluate(text).outputs.o).toMatchObject({
      value: ['default', '.', '.', null],
      unknown: [false, false, false, true],
    });
  });
});

describe('files', () => {
  it('are read below the root only', () => {
    const { outputs, diagnostics } = evaluate(
      'output "o" { value = file("../secret") }\noutput "p" { value = file("/etc/passwd") }',
    );
    expect(diagnostics).toEqual([]);
    expect(outputs).toMatchObject({ o: { unknown: true }, p: { unknown: true } });
  });
});

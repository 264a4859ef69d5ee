import { expect, it } from 'vitest';
import { diagnosticsText } from './diagnostic-text.ts';

const source = { file: 'infra/main.tf', startLine: 12, startColumn: 9 };
const lineOf = (file: string, line: number) =>
  file === 'infra/main.tf' && line === 12 ? '  count = \u001b[2Jvar.x' : undefined;
const nameOf = (file: string) => file.replace('infra', '../infra');

it('writes what is wrong, where, the line and why', () => {
  const error = {
    severity: 'error' as const,
    summary: 'Invalid count',
    detail: 'It is negative.\nGive another.',
    source,
  };
  expect(diagnosticsText([error], { color: false, lineOf, nameOf })).toBe(
    'Error: Invalid count\n\n  on ../infra/main.tf:12:9\n    12:   count = \\u{1b}[2Jvar.x\n\nIt is negative.\nGive another.\n\n',
  );
});

it('writes what has no place, and files that are not at hand', () => {
  const warning = { severity: 'warning' as const, summary: 'Cycle', detail: '' };
  const elsewhere = { ...warning, detail: 'Why.', source: { ...source, file: 'gone.tf' } };
  expect(diagnosticsText([warning, elsewhere], { color: false, lineOf, nameOf })).toBe(
    'Warning: Cycle\n\nWarning: Cycle\n\n  on gone.tf:12:9\n\nWhy.\n\n',
  );
});

it('writes nothing for nothing', () => {
  expect(diagnosticsText([], { color: true, lineOf, nameOf })).toBe('');
});

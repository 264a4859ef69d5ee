import { describe, expect, it } from 'vitest';
import { staticString } from '../expression.ts';
import { parseExpression } from '../parse.ts';
import { type EditValue, quote, writeValue } from './edit-value.ts';

describe('writeValue', () => {
  it.each<{ value: EditValue; text: string }>([
    { value: { literal: 'a' }, text: '"a"' },
    { value: { literal: 1.5 }, text: '1.5' },
    { value: { literal: null }, text: 'null' },
    { value: { literal: [] }, text: '[]' },
    { value: { literal: {} }, text: '{}' },
    { value: { literal: ['a', 1, true] }, text: '["a", 1, true]' },
    { value: { literal: { a: 1, 'b c': { d: 2 } } }, text: '{\n    a = 1\n    "b c" = {\n      d = 2\n    }\n  }' },
    { value: { literal: [{ a: 1 }] }, text: '[\n    {\n      a = 1\n    },\n  ]' },
    { value: { expression: ' var.x ' }, text: 'var.x' },
    {
      value: { object: { Owner: { expression: 'var.x' }, Env: { literal: 'e' } } },
      text: '{\n    Owner = var.x\n    Env   = "e"\n  }',
    },
  ])('writes $text', ({ value, text }) => {
    expect(writeValue(value, { indentation: '  ', lineBreak: '\n' })).toBe(text);
  });
});

describe('quote', () => {
  it.each(['', 'a"b\\', '${x} %{y} $${z} $ % $$', 'a\n\r\t\u0000\u007f\u0085', 'é日本👨‍👩‍👧'])(
    'stands for %j',
    (text) => {
      expect(staticString(parseExpression(quote(text), { file: 'x' }).expression)).toBe(text);
    },
  );
});

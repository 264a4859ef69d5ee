import { describe, expect, it } from 'vitest';
import { lex } from './lexer.ts';
import { Token } from './token.ts';

const names = new Map<number, string>(Object.entries(Token).map(([name, kind]) => [kind, name]));

/** Kind and text of every token but the last. */
function tokensOf(text: string, mode: 'configuration' | 'template' = 'configuration'): string[] {
  const { tokens } = lex(text, mode);
  return Array.from({ length: tokens.count - 1 }, (_, index) => {
    const kind = names.get(tokens.kinds[index] ?? -1);
    return `${kind} ${JSON.stringify(text.slice(tokens.starts[index], tokens.ends[index]))}`;
  });
}

describe('lex', () => {
  it.each([
    { name: 'words with dashes and of any script', text: 'a-b _c 日本1', tokens: ['a-b', '_c', '日本1'] },
    { name: 'numbers', text: '1 1.5 1e5 1.5E-3 007', tokens: ['1', '1.5', '1e5', '1.5E-3', '007'] },
    { name: 'a dot behind a number', text: '1. 1... 1e', tokens: ['1', '.', '1', '...', '1', 'e'] },
    { name: 'a number with two dots as one', text: '1.2.3 x.0.1', tokens: ['1.2.3', 'x', '.', '0.1'] },
    {
      name: 'operators',
      text: '== != <= >= && || => :: ...',
      tokens: ['==', '!=', '<=', '>=', '&&', '||', '=>', '::', '...'],
    },
    { name: 'operators without space', text: 'a==!b', tokens: ['a', '==', '!', 'b'] },
  ])('reads $name', ({ text, tokens }) => {
    expect(tokensOf(text).map((token) => JSON.parse(token.slice(token.indexOf(' ') + 1)))).toEqual(tokens);
  });

  it.each([
    {
      name: 'a string',
      text: '"a\\"b$"',
      tokens: ['OpenQuote "\\""', 'QuotedText "a\\\\\\"b$"', 'CloseQuote "\\""'],
    },
    {
      name: 'an interpolation with braces and a string in it',
      text: '"${{a="}"}}"',
      tokens: [
        'OpenQuote "\\""',
        'OpenInterpolation "${"',
        'OpenBrace "{"',
        'Identifier "a"',
        'Equals "="',
        'OpenQuote "\\""',
        'QuotedText "}"',
        'CloseQuote "\\""',
        'CloseBrace "}"',
        'CloseSequence "}"',
        'CloseQuote "\\""',
      ],
    },
    {
      name: 'strip markers and directives',
      text: '"%{~ if a ~}"',
      tokens: [
        'OpenQuote "\\""',
        'OpenDirective "%{~"',
        'Identifier "if"',
        'Identifier "a"',
        'CloseSequence "~}"',
        'CloseQuote "\\""',
      ],
    },
    {
      name: 'escaped sequences',
      text: '"$${a} %%{b} $$${c}"',
      tokens: ['OpenQuote "\\""', 'QuotedText "$${a} %%{b} $$${c}"', 'CloseQuote "\\""'],
    },
    {
      name: 'a heredoc, a line at a time',
      text: '<<-EOT\n a ${b}\n  EOTX\n  EOT\n',
      tokens: [
        'OpenHeredoc "<<-EOT\\n"',
        'Text " a "',
        'OpenInterpolation "${"',
        'Identifier "b"',
        'CloseSequence "}"',
        'Text "\\n"',
        'Text "  EOTX\\n"',
        'CloseHeredoc "  EOT"',
        'Newline "\\n"',
      ],
    },
    {
      name: 'a heredoc with carriage returns',
      text: '<<A\r\nx\r\nA\r\n',
      tokens: ['OpenHeredoc "<<A\\r\\n"', 'Text "x\\r\\n"', 'CloseHeredoc "A"', 'Newline "\\r\\n"'],
    },
    {
      name: 'what is no heredoc',
      text: '<<A x\n',
      tokens: ['Less "<"', 'Less "<"', 'Identifier "A"', 'Identifier "x"', 'Newline "\\n"'],
    },
    {
      name: 'a line comment as a part of its line break',
      text: 'a # b\r\nc',
      tokens: ['Identifier "a"', 'Newline "# b\\r\\n"', 'Identifier "c"'],
    },
    {
      name: 'a comment without an end as operators',
      text: '/* a',
      tokens: ['Slash "/"', 'Star "*"', 'Identifier "a"'],
    },
    {
      name: 'unknown characters',
      text: 'a @ \u00a0 😀',
      tokens: ['Identifier "a"', 'Invalid "@"', 'Invalid "\u00a0"', 'Invalid "😀"'],
    },
    { name: 'a byte order mark as nothing', text: '\ufeffa', tokens: ['Identifier "a"'] },
  ])('reads $name', ({ text, tokens }) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('reads a template without quotes', () => {
    expect(tokensOf('a "b" \\n\n${c}\n', 'template')).toEqual([
      'Text "a \\"b\\" \\\\n\\n"',
      'OpenInterpolation "${"',
      'Identifier "c"',
      'CloseSequence "}"',
      'Text "\\n"',
    ]);
  });

  it('keeps comments apart, with their ranges', () => {
    const text = '# a\nb /* c */ // d';
    const { comments } = lex(text, 'configuration');
    expect(comments.map(({ style, start, end }) => [style, text.slice(start, end)])).toEqual([
      ['#', '# a'],
      ['/*', '/* c */'],
      ['//', '// d'],
    ]);
  });
});

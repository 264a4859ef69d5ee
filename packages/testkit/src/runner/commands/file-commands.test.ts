import { describe, expect, it } from 'vitest';
import { decodeFile, readPairs, readPathLines } from './file-commands.ts';

// Expected values follow EnvFileKeyValuePairs in actions/runner src/Runner.Worker/FileCommandManager.cs, as on Linux.
describe('readPairs', () => {
  it.each([
    { name: 'a pair', text: 'a=1\n', pairs: [['a', '1']] },
    { name: 'a last line without end', text: 'a=1', pairs: [['a', '1']] },
    { name: 'an empty value', text: 'a=\n', pairs: [['a', '']] },
    { name: 'an equals sign in the value', text: 'a=b=c\n', pairs: [['a', 'b=c']] },
    { name: 'a value that looks like a heredoc', text: 'a=b<<c\n', pairs: [['a', 'b<<c']] },
    {
      name: 'empty lines in between',
      text: '\n\na=1\n\nb=2\n',
      pairs: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    { name: 'blanks as they are', text: ' a = 1 \n', pairs: [[' a ', ' 1 ']] },
    { name: 'a heredoc', text: 'a<<EOF\none\ntwo\nEOF\n', pairs: [['a', 'one\ntwo']] },
    { name: 'a heredoc whose delimiter ends the file', text: 'a<<EOF\none\nEOF', pairs: [['a', 'one']] },
    { name: 'an empty heredoc', text: 'a<<EOF\nEOF\n', pairs: [['a', '']] },
    { name: 'a heredoc with an empty last line', text: 'a<<EOF\none\n\nEOF\n', pairs: [['a', 'one\n']] },
    {
      name: 'equals signs inside a heredoc',
      text: 'a<<EOF\nx=1\nEOF\nb=2\n',
      pairs: [
        ['a', 'x=1'],
        ['b', '2'],
      ],
    },
    { name: 'a delimiter with an equals sign behind it', text: 'a<<E=F\none\nE=F\n', pairs: [['a', 'one']] },
    { name: 'a carriage return as part of the value', text: 'a=1\r\n', pairs: [['a', '1\r']] },
    { name: 'carriage returns in a heredoc', text: 'a<<EOF\r\none\r\nEOF\r\n', pairs: [['a', 'one\r']] },
    {
      name: 'the last of two, in order',
      text: 'a=1\na=2\n',
      pairs: [
        ['a', '1'],
        ['a', '2'],
      ],
    },
    { name: 'an empty name, which is for the caller to refuse', text: '=1\n', pairs: [['', '1']] },
  ])('reads $name', ({ text, pairs }) => {
    expect([...readPairs(text)]).toEqual(pairs);
  });

  it.each([
    { name: 'neither "=" nor "<<"', text: 'just text\n', error: "Invalid format 'just text'" },
    {
      name: 'a heredoc without name',
      text: '<<EOF\nx\nEOF\n',
      error: "Invalid format '<<EOF'. Name must not be empty",
    },
    {
      name: 'a heredoc without delimiter',
      text: 'a<<\nx\n',
      error: "Invalid format 'a<<'. Name must not be empty and delimiter",
    },
    { name: 'a missing delimiter', text: 'a<<EOF\nx\n', error: "Matching delimiter not found 'EOF'" },
    { name: 'nothing behind the heredoc', text: 'a<<EOF\n', error: "Matching delimiter not found 'EOF'" },
    { name: 'a file that ends inside the value', text: 'a<<EOF\nx', error: 'EOF marker missing new line' },
    { name: 'an indented delimiter', text: 'a<<EOF\nx\n EOF\n', error: "Matching delimiter not found 'EOF'" },
  ])('refuses $name', ({ text, error }) => {
    expect(() => [...readPairs(text)]).toThrow(error);
  });

  it('gives what stands before a mistake', () => {
    const pairs = readPairs('a=1\nmistake\nb=2\n');
    expect(pairs.next().value).toEqual(['a', '1']);
    expect(() => pairs.next()).toThrow("Invalid format 'mistake'");
  });
});

describe('decodeFile', () => {
  it.each([
    { name: 'UTF-8', bytes: Buffer.from('a=ä\n'), text: 'a=ä\n' },
    { name: 'UTF-8 with a byte order mark', bytes: Buffer.from('\ufeffa=1\n'), text: 'a=1\n' },
    { name: 'UTF-16, little endian', bytes: Buffer.from('\ufeffa=1\n', 'utf16le'), text: 'a=1\n' },
    { name: 'UTF-16, big endian', bytes: Buffer.from('\ufeffa=1\n', 'utf16le').swap16(), text: 'a=1\n' },
    { name: 'a mark in the middle, which stays', bytes: Buffer.from('a=1\n\ufeffb=2\n'), text: 'a=1\n\ufeffb=2\n' },
  ])('reads $name', ({ bytes, text }) => {
    expect(decodeFile(bytes)).toBe(text);
  });
});

it('GITHUB_PATH has a folder a line and passes over empty lines', () => {
  expect(readPathLines('/a\r\n\n/b c\n')).toEqual(['/a', '/b c']);
});

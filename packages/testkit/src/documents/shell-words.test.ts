import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';

describe('shellWords', () => {
  it.each([
    ['tollgate check examples/a', ['tollgate', 'check', 'examples/a']],
    ['  a   b ', ['a', 'b']],
    ['a \'b c\' "d e" f\\ g', ['a', 'b c', 'd e', 'f g']],
    ["--var='x=[1]' --empty ''", ['--var=x=[1]', '--empty', '']],
    ['a "say \\"hi\\" now" \'$HOME\'', ['a', 'say "hi" now', '$HOME']],
    ['a # why', ['a']],
    ['a#b HEAD~1', ['a#b', 'HEAD~1']],
    ['', []],
  ])('%s', (command, words) => {
    expect(shellWords(command)).toEqual({ kind: 'words', words });
  });

  it.each([
    ['a | b', '|'],
    ['a > out.json', '>'],
    ['a && b', '&'],
    ['a $HOME', '$'],
    ['a "$HOME"', '$'],
    ['a reports/*.json', '*'],
    ['a module.b[0]', '['],
    ['a ~/x', '~'],
    ["a 'b", "'"],
  ])('%s needs a shell', (command, character) => {
    expect(shellWords(command)).toEqual({ kind: 'shell', character });
  });
});

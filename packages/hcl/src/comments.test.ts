import { describe, expect, it } from 'vitest';
import { commentBehind, commentsAbove, commentsOnLine, commentsWithin, commentText } from './comments.ts';
import { parseConfig } from './parse.ts';
import { findAttribute } from './syntax-body.ts';
import type { Comment } from './token.ts';

const text = `# licence

// first
# second
resource "a" "b" { # header
  /* over
     lines */
  c = 1 # behind c
  d = 2

  e = [ # not behind e
    1,  /* one */
  ]
  f = 3 /* x */
  // last
}
`;
const file = parseConfig(text, { file: 'main.tf' });
const [block] = file.body.blocks;
if (block === undefined) expect.fail('no block');
const words = (comments: readonly Comment[]) => comments.map((comment) => commentText(file, comment));
const attribute = (name: string) => findAttribute(block.body, name) ?? expect.fail(`no ${name}`);

describe('comments', () => {
  it('are found by line', () => {
    expect([1, 2, 5, 6, 7, 9, 12].map((line) => words(commentsOnLine(file, line)))).toEqual([
      ['licence'],
      [],
      ['header'],
      ['over\n     lines'],
      ['over\n     lines'],
      [],
      ['one'],
    ]);
  });

  it('are found directly above a node', () => {
    expect(words(commentsAbove(file, block))).toEqual(['first', 'second']);
    expect(words(commentsAbove(file, attribute('c')))).toEqual(['over\n     lines']);
    expect(words(commentsAbove(file, attribute('d')))).toEqual([]);
    expect(words(commentsAbove(file, attribute('e')))).toEqual([]);
  });

  it('are found behind a node', () => {
    const behind = ['c', 'd', 'e', 'f'].map((name) => commentBehind(file, attribute(name)));
    expect(behind.map((comment) => comment && commentText(file, comment))).toEqual([
      'behind c',
      undefined,
      undefined,
      'x',
    ]);
    const header = commentBehind(file, block.openBraceRange);
    expect(header && commentText(file, header)).toBe('header');
  });

  it('are found within a node', () => {
    expect(words(commentsWithin(file, attribute('e')))).toEqual(['not behind e', 'one']);
    expect(words(commentsWithin(file, block))).toHaveLength(7);
  });
});

import { describe, expect, it } from 'vitest';
import { suggestionBlock } from './suggestion-block.ts';

describe('the block of a suggestion', () => {
  it.each([
    ['lines as they are', ['  a = 1\n', '\tb = 2\n'], '```suggestion\n  a = 1\n\tb = 2\n```'],
    ['their line ends', ['a\r\n', 'b\r\n'], '```suggestion\na\r\nb\r\n```'],
    ['a last line without an end', ['a\n', '}'], '```suggestion\na\n}\n```'],
    ['an empty line', ['\n'], '```suggestion\n\n```'],
    ['no lines, which takes them away', [], '```suggestion\n```'],
    ['Markdown and HTML, which do nothing inside', ['<b>@octocat</b> #1\n'], '```suggestion\n<b>@octocat</b> #1\n```'],
    ['backticks, below a longer fence', ['<<EOT\n', '````\n', '`x`\n'], '`````suggestion\n<<EOT\n````\n`x`\n`````'],
  ])('holds %s', (_, lines, block) => {
    expect(suggestionBlock(lines)).toBe(block);
  });
});

import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const page = `# Tag policy

Text with \`\`\`code\`\`\` and [a link](a.md#x "title"), ![an image](img/a.png), [a reference][ref].

| table |
| --- |
| [in a table](b.md) |

<p align="center"><img src="logo.svg" alt=""><a name="here"></a></p>

## Run it

<!-- run in: examples/a -->
<!-- exits with 1 -->

\`\`\`sh
npx tollgate check
\`\`\`

\`\`\`text
blocked
\`\`\`

1. In a list:

   \`\`\`YAML
   on: push
     # deeper
   \`\`\`

    indented code

> \`\`\`
> quoted
> \`\`\`

[ref]: c.md
`;

describe('readMarkdown', () => {
  const { blocks, links, anchors } = readMarkdown(page);

  it('finds code blocks with their place, comments and output', () => {
    expect(blocks).toMatchObject([
      {
        language: 'sh',
        text: 'npx tollgate check',
        start: { line: 17, column: 1 },
        notes: ['run in: examples/a', 'exits with 1'],
        output: 'blocked',
        heading: 'Run it',
      },
      { language: 'text', text: 'blocked', notes: [] },
      { language: 'yaml', text: 'on: push\n  # deeper', start: { line: 27, column: 4 }, output: undefined },
      { language: '', text: 'quoted', start: { line: 34, column: 3 } },
    ]);
  });

  it('finds links and images, in tables, as references and in HTML', () => {
    expect(links.map(({ target, line }) => [target, line])).toEqual([
      ['a.md#x', 3],
      ['img/a.png', 3],
      ['b.md', 7],
      ['logo.svg', 9],
      ['c.md', 37],
    ]);
  });

  it('knows the names of headings and of HTML', () => {
    expect([...anchors]).toEqual(['tag-policy', 'run-it', 'here']);
  });
});

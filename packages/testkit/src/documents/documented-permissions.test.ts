import { expect, it } from 'vitest';
import { documentedPermissions } from './documented-permissions.ts';
import { readMarkdown } from './markdown.ts';

const block = (text: string) => `\`\`\`yaml\n${text}\n\`\`\`\n`;

it('reads the block under the heading Permissions', () => {
  const readme = `# Gate\n\n${block('on: push')}\n## Permissions\n\nIt needs:\n\n${block('permissions:\n  contents: read # why')}`;
  expect(documentedPermissions(readMarkdown(readme))).toEqual({ scopes: { contents: 'read' }, others: 'none' });
});

it.each([
  ['no such section', `# Gate\n\n${block('permissions: {}')}`],
  ['a section without a block', '## Permissions\n\nNone.\n'],
  ['a block of something else', `## Permissions\n\n${block('contents: read')}`],
  ['an access that does not exist', `## Permissions\n\n${block('permissions:\n  contents: admin')}`],
])('is undefined for %s', (_name, readme) => {
  expect(documentedPermissions(readMarkdown(readme))).toBeUndefined();
});

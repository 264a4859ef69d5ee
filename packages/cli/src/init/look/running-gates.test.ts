import { memoryTree } from '@tollgate/terraform';
import { expect, it } from 'vitest';
import { runningGates } from './running-gates.ts';

const step = (uses: string) => `jobs:\n  a:\n    steps:\n${uses}\n`;

it.each<[string, Record<string, string>, Record<string, string>]>([
  ['a step', { 'a.yml': step('      - uses: tollgate/tollgate/actions/tag-policy@v1') }, { 'tag-policy': 'a.yml' }],
  [
    'a step with a name',
    { 'a.yaml': step('      - name: x\n        uses: "tollgate/tollgate/actions/tag-policy@3f2"') },
    { 'tag-policy': 'a.yaml' },
  ],
  ['a step in a comment', { 'a.yml': step('#      - uses: tollgate/tollgate/actions/tag-policy@v1') }, {}],
  ['another action', { 'a.yml': step('      - uses: acme/tollgate/actions/tag-policy@v1') }, {}],
  ['the own workflow', { 'tollgate.yml': step('      - uses: tollgate/tollgate/actions/tag-policy@v1') }, {}],
  ['no workflow', { 'a.md': step('      - uses: tollgate/tollgate/actions/tag-policy@v1') }, {}],
])('finds the gates that run: %s', (_, workflows, expected) => {
  const at = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`.github/workflows/${name}`, text]));
  const found = runningGates(memoryTree(at(workflows)), '.github/workflows/tollgate.yml');
  const names = Object.fromEntries(
    [...found].map(([action, path]) => [action, path.replace('.github/workflows/', '')]),
  );
  expect(names).toEqual(expected);
});

import { describe, expect, it } from 'vitest';
import type { ActionContracts } from '../metadata/check-uses.ts';
import { formatProblem } from '../metadata/problem.ts';
import { checkYaml } from './check-yaml.ts';
import { readMarkdown } from './markdown.ts';

const actions: ActionContracts = new Map([
  [
    'gate',
    {
      inputs: { path: { required: true, default: undefined }, format: { required: false, default: 'text' } },
      outputs: ['outcome'],
      permissions: { scopes: { contents: 'read' }, others: 'none' },
      unneeded: [],
    },
  ],
]);

async function check(yaml: string, file = 'docs/page.md'): Promise<string[]> {
  const problems = await checkYaml(readMarkdown(`Text.\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`), file, { actions });
  return problems.map(formatProblem);
}

const workflow = `name: Gate
on: pull_request
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: tollgate/tollgate/actions/gate@v1
        with:
          path: infra`;

const steps = `- uses: actions/checkout@v5
- id: gate
  uses: tollgate/tollgate/actions/gate@v1
  with:
    path: infra

- run: echo "\${{ steps.gate.outputs.outcome }} \${{ github.event.pull_request.number }}"`;

describe('checkYaml accepts', () => {
  it.each([
    ['a workflow', workflow],
    ['steps', steps],
    ['one step without its hyphen', 'uses: tollgate/tollgate/actions/gate@v1\nwith: { path: infra }'],
    ['jobs', workflow.slice(workflow.indexOf('jobs:'))],
    ['a job', 'runs-on: ubuntu-latest\nsteps:\n  - uses: ./actions/gate\n    with: { path: . }'],
    ['the steps of a job', `steps:\n  - uses: ./actions/gate\n    with: { path: . }`],
    ['the head of a job', 'runs-on: ubuntu-latest\npermissions:\n  contents: read'],
    ['events', 'on:\n  pull_request:\n    paths: ["infra/**"]'],
    ['permissions', 'permissions:\n  contents: read # why'],
    ['an action.yml', 'name: A\ndescription: B\nruns: { using: node24, main: dist/index.js }'],
    ['a policy', 'apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: x }\nspec: { on: x }'],
    ['a list of names', '- one\n- two'],
    ['several documents', 'kind: A\n---\nkind: B'],
    ['nothing', '# only a comment'],
  ])('%s', async (_name, yaml) => {
    expect(await check(yaml)).toEqual([]);
  });

  it('some inputs of the action whose README it is', async () => {
    expect(await check('with:\n  format: json', 'actions/gate/README.md')).toEqual([]);
  });
});

describe('checkYaml finds', () => {
  it.each([
    ['broken YAML', 'a: [1', 'docs/page.md:4:6 Flow sequence in block collection must be sufficiently indented'],
    ['the same key twice', 'a: 1\na: 2', 'docs/page.md:5:1 Map keys must be unique'],
    [
      'a misspelt key of a workflow',
      workflow.replace('runs-on', 'run-on'),
      "docs/page.md:10:5 Unexpected value 'run-on'",
    ],
    [
      'a misspelt input in a workflow',
      workflow.replace('path:', 'paths:'),
      "docs/page.md:15:11 actions/gate has no input 'paths'.",
    ],
    [
      'a misspelt input in steps',
      steps.replace('path:', 'paths:'),
      "docs/page.md:8:5 actions/gate has no input 'paths'.",
    ],
    [
      'a missing input in one step',
      'uses: tollgate/tollgate/actions/gate@v1',
      "docs/page.md:4:7 actions/gate requires the input 'path'",
    ],
    [
      'an unknown output in steps',
      steps.replace('outputs.outcome', 'outputs.verdict'),
      "docs/page.md:10:14 step 'gate' uses actions/gate, which has no output 'verdict'",
    ],
    [
      'an unknown action in a job',
      'steps:\n  - uses: ./actions/gates',
      "docs/page.md:5:11 './actions/gates' names no action",
    ],
    [
      'a workflow without the permissions',
      workflow.replace('contents: read', 'checks: read'),
      'docs/page.md:13:15 actions/gate needs contents: read',
    ],
    ['an unknown permission', 'permissions:\n  content: read', "docs/page.md:5:3 Unexpected value 'content'"],
    ['an unknown event', 'on: pull-request', "docs/page.md:4:5 Unexpected value 'pull-request'"],
    [
      'an unknown runtime',
      'name: A\ndescription: B\nruns: { using: node25, main: x }',
      "docs/page.md:6:16 Unexpected value 'node25'",
    ],
    [
      'what only actionlint sees',
      `- run: echo "\${{ github.head_ref }}"`,
      'docs/page.md:4:18 "github.head_ref" is potentially untrusted',
    ],
  ])('%s', async (_name, yaml, problem) => {
    expect((await check(yaml)).join('\n')).toContain(problem);
  });

  it('a misspelt input in the README of the action', async () => {
    const [problem] = await check('with:\n  fromat: json', 'actions/gate/README.md');
    expect(problem).toContain("actions/gate/README.md:5:3 actions/gate has no input 'fromat'.");
  });

  it('the place in a block that is indented', async () => {
    const page = readMarkdown('1. So:\n\n   ```yaml\n   - uses: ./actions/gates\n   ```\n');
    const problems = await checkYaml(page, 'a.md', { actions });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringContaining("a.md:4:12 './actions/gates' names no action"),
    ]);
  });
});

describe('documents of the project', () => {
  const yaml = 'apiVersion: tollgate/v1\nkind: Policy\n---\napiVersion: tollgate/v1\nkind: Polciy';
  const page = readMarkdown(`\`\`\`yaml\n${yaml}\n\`\`\`\n\n\`\`\`yaml\napiVersion: v1\n\`\`\`\n`);

  it('are checked by their own reader, whose places become those of the page', async () => {
    const texts: string[] = [];
    const ownDocuments = async (text: string) => {
      texts.push(text);
      return [{ line: 5, column: 7, message: 'There is no kind "Polciy".' }];
    };
    const problems = await checkYaml(page, 'docs/page.md', { actions, ownDocuments });
    expect(problems.map(formatProblem)).toEqual(['docs/page.md:6:7 There is no kind "Polciy".']);
    expect(texts).toEqual([yaml]);
  });

  it('only have to be YAML where there is none', async () => {
    expect(await checkYaml(page, 'docs/page.md', { actions })).toEqual([]);
  });
});

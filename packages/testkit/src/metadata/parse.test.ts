import { describe, expect, it } from 'vitest';
import { parseAction, parseWorkflow } from './parse.ts';
import { formatProblem } from './problem.ts';

const action = `name: Tag policy
description: Validates tags
inputs:
  plan-file: { description: The plan, required: true }
outputs:
  outcome: { description: The verdict }
runs:
  using: node24
  main: dist/index.js
branding: { icon: tag, color: blue }
`;

const workflow = `on: pull_request
permissions: { contents: read }
jobs:
  gate:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - id: gate
        uses: ./actions/tag-policy
      - run: echo "\${{ steps.gate.outputs.outcome }}"
`;

describe('parseAction', () => {
  it('has nothing against a good action.yml', async () => {
    expect(await parseAction(action, 'action.yml')).toEqual([]);
  });

  it.each([
    ['an unknown runtime', 'node24', 'node25', "8:10 Unexpected value 'node25'"],
    ['a missing description', 'description: Validates tags', '', '1:1 Required property is missing: description'],
    ['an unknown colour', 'color: blue', 'color: teal', "10:31 Unexpected value 'teal'"],
    ['an unknown key', 'branding:', 'brand:', "10:1 Unexpected value 'brand'"],
    ['a broken expression', 'main: dist/index.js', 'main: x.js\n  post: y.js\n  post-if: bogus(', '11:12 Unexpected'],
    ['broken YAML', 'required: true }', 'required: true', 'Flow map in block collection must be'],
  ])('finds %s', async (_name, good, bad, message) => {
    const [first] = await parseAction(action.replace(good, bad), 'actions/x/action.yml');
    expect(first && formatProblem(first)).toContain(message);
    expect(first?.file).toBe('actions/x/action.yml');
  });
});

describe('parseWorkflow', () => {
  it('has nothing against a good workflow', async () => {
    expect(await parseWorkflow(workflow, 'gate.yml')).toEqual([]);
  });

  it.each([
    ['a misspelt key', 'runs-on', 'run-on', "5:5 Unexpected value 'run-on'"],
    ['an unknown event', 'on: pull_request', 'on: pull_requests', "1:5 Unexpected value 'pull_requests'"],
    ['an unknown permission', 'contents: read', 'content: read', "2:16 Unexpected value 'content'"],
    ['an impossible access', 'contents: read', 'models: write', "2:24 Unexpected value 'write'"],
    ['an action without a version', 'checkout@v5', 'checkout', '7:15 Expected format'],
    ['a shortened SHA', 'checkout@v5', 'checkout@08c6903', "7:15 The provided ref '08c6903' may be a shortened"],
    ['a step that does not exist', 'steps.gate', 'steps.gates', '10:20 Context access might be invalid: gates'],
    ['a context property that does not exist', 'steps.gate.outputs.outcome', 'github.bogus', '10:20 Context access'],
    ['broken YAML', 'on: pull_request', 'on: pull_request: x', 'Nested mappings are not allowed'],
    ['an empty file', workflow, '', 'Expected a scalar value, a sequence, or a mapping'],
  ])('finds %s', async (_name, good, bad, message) => {
    const problems = await parseWorkflow(workflow.replace(good, bad), 'gate.yml');
    expect(problems.map(formatProblem).join('\n')).toContain(message);
  });

  it('judges each text by itself, also under the same file name', async () => {
    await parseWorkflow('on: nothing', 'gate.yml');
    expect(await parseWorkflow(workflow, 'gate.yml')).toEqual([]);
  });
});

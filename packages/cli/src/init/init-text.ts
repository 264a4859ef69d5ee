import { textColumns, visible } from '@tollgate/reporting';
import type { RootModule } from '@tollgate/terraform';
import type { ProviderUse } from './look/provider-use.ts';
import type { Survey } from './look/survey.ts';
import type { GateSetup } from './plan/gate-setup.ts';
import type { InitPlan, PlannedFile } from './plan/init-plan.ts';
import { workflowFile } from './plan/workflow.ts';

/** How messages call a file of the repository: from the working folder. */
type NameOf = (path: string) => string;

/** At most so many names stand on a line; the others are counted. */
const shownNames = 5;

/** What was found in a repository. */
export function surveyText({ git, roots, providers, usageFiles, tools }: Survey): string {
  const rows = [
    ['Repository', git?.remote ? `${git.remote.repository} on ${git.remote.host}` : ''],
    ['Root modules', some(roots.map(({ name }) => name))],
    ['Resources', some(providers.map(({ name, resources }) => `${resources} of ${name}`))],
    ...providers.map((provider) => [`Tags of ${provider.name}`, some(keyTexts(provider))]),
    ['Usage files', some(usageFiles)],
    ['Other tools', some(tools)],
  ];
  return section(
    'Found',
    rows.filter(([, text]) => text !== ''),
  );
}

/** The files of a plan, by what becomes of them, and what should be known of it. */
export function planText(
  { files, notices }: InitPlan,
  { title, nameOf }: { readonly title: string; readonly nameOf: NameOf },
): string {
  const of = (state: PlannedFile['state']) => files.filter((file) => file.state === state);
  const row = ({ path, reason }: PlannedFile) => [nameOf(path), reason];
  const different = of('different').flatMap(({ path }) => {
    const name = shellWord(nameOf(path));
    return [[nameOf(path), `see the difference: tollgate init --print ${name} | diff ${name} -`]];
  });
  return [
    section(title, of('new').map(row)),
    section('There already, as planned', of('unchanged').map(row)),
    section('There already with other content, and left alone', different),
    section(
      'To know',
      notices.map((notice) => [notice]),
    ),
  ].join('');
}

/** What to do next, when the files are there. */
export function nextText({ gates, files }: InitPlan, survey: Survey, nameOf: NameOf): string {
  if (files.length === 0) return '';
  const unread = new Set(survey.unread.map(({ name }) => name));
  const root = survey.roots.find(({ name }) => !unread.has(name));
  const trials = root === undefined ? [] : gates.map((gate) => [trialText(gate, root, survey, nameOf)]);
  return [
    section('Next: see what the gates say today', trials),
    files.some(({ path }) => path === workflowFile)
      ? 'Then commit the files and open a pull request: the gates run on it.\n'
      : 'Then commit the files.\n',
  ].join('');
}

function trialText(gate: GateSetup, { path, workspace, varFiles }: RootModule, survey: Survey, nameOf: NameOf): string {
  const { command, file } = gate.trial(survey);
  const words = [
    'tollgate',
    command,
    nameOf(path) || '.',
    ...(file === null ? [] : [file.option, nameOf(file.path)]),
    ...varFiles.flatMap((name) => ['--var-file', nameOf(name)]),
    ...(workspace === null ? [] : ['--workspace', workspace]),
  ];
  return words.map(shellWord).join(' ');
}

/** `Owner 12 of 14 (12 by default tags)`. */
function keyTexts({ keys }: ProviderUse): readonly string[] {
  return keys.map(({ key, resources, of, fromDefaults }) => {
    const defaults = fromDefaults === 0 ? '' : ` (${fromDefaults} by default tags)`;
    return `${key} ${resources} of ${of}${defaults}`;
  });
}

function some(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 0 ? `${names.slice(0, shownNames).join(', ')} and ${more} more` : names.join(', ');
}

/** Lines below a title, and an empty line; nothing without lines. */
function section(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = textColumns(rows.map((cells) => cells.map(visible)));
  return `${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

/** A word as a shell reads it back. */
function shellWord(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

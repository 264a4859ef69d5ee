import type { SourceTree } from '@tollgate/terraform';
import type { Survey } from '../look/survey.ts';
import type { Choices, GateSetup, WantedFile } from './gate-setup.ts';
import { gateSetups } from './gate-setups.ts';
import { settingsOf } from './settings.ts';
import { workflowOf } from './workflow.ts';

/** What is to be written into a repository. */
export interface InitPlan {
  /** The gates that are set up. */
  readonly gates: readonly GateSetup[];
  readonly files: readonly PlannedFile[];
  /** What somebody should know of it, in sentences. */
  readonly notices: readonly string[];
}

/** A file, and how it stands to what is there: only what is new is ever written. */
export interface PlannedFile extends WantedFile {
  readonly state: 'new' | 'unchanged' | 'different';
}

/** Plans the files of the chosen gates. A gate that a workflow runs already is left as it is. */
export async function planInit(survey: Survey, choices: Choices, tree: SourceTree): Promise<InitPlan> {
  const chosen = gateSetups.filter(({ name }) => choices.gates.includes(name));
  const gates = chosen.filter(({ action }) => !survey.running.has(action));
  const files = gates.length === 0 ? [] : await wantedFiles(gates, survey, choices);
  return {
    gates,
    files: files.map((file) => ({ ...file, state: stateOf(file, tree) })),
    notices: [
      ...chosen.flatMap(({ name, action }) => {
        const workflow = survey.running.get(action);
        return workflow === undefined
          ? []
          : [`The gate ${name} runs already, in ${workflow}: nothing is written for it.`];
      }),
      ...survey.unread.map(
        ({ name, reason }) =>
          `The root module ${name} cannot be evaluated, and its gates will fail until it is mended: ${reason.replaceAll(/\s+/g, ' ')}`,
      ),
      ...survey.notices,
      ...gates.flatMap((gate) => gate.notices(survey)),
      ...placeNotices(survey, choices),
    ],
  };
}

async function wantedFiles(
  gates: readonly GateSetup[],
  survey: Survey,
  choices: Choices,
): Promise<readonly WantedFile[]> {
  const own = await Promise.all(gates.map((gate) => gate.files(survey, choices)));
  return [
    ...(choices.workflow ? [workflowOf(gates, survey)] : []),
    ...(survey.naming === null ? [] : [settingsOf(survey.roots, survey.naming)]),
    ...own.flat(),
  ];
}

function stateOf({ path, text }: WantedFile, tree: SourceTree): PlannedFile['state'] {
  const bytes = tree.readFile(path);
  if (bytes === undefined) return 'new';
  return Buffer.from(bytes).equals(Buffer.from(text)) ? 'unchanged' : 'different';
}

/** A workflow runs only on GitHub, and only from the top of a repository. */
function placeNotices({ git }: Survey, { workflow }: Choices): readonly string[] {
  if (!workflow) return [];
  if (git === null) {
    return [
      'This folder is in no git repository: the workflow runs when the folder is the top of a repository on GitHub.',
    ];
  }
  const host = git.remote?.host ?? 'github.com';
  return host === 'github.com' ? [] : [`The repository is on ${host}: the workflow runs where GitHub Actions do.`];
}

import { syncUsageFile } from '@tollgate/pricing';
import { counted } from '@tollgate/reporting';
import type { Survey } from '../look/survey.ts';
import type { GateSetup, WantedFile } from './gate-setup.ts';
import { tellingPermissions } from './permissions.ts';

const ownUsageFile = 'usage.yml';

/** The gate over costs: the ready limits, and usage for what is billed by it. */
export const costSetup: GateSetup = {
  name: 'cost',
  summary: 'what the change costs a month, within limits',
  action: 'cost-impact',
  permissions: tellingPermissions,
  usesKeyRules: false,
  files: async (survey) => usageSkeleton(survey),
  inputs: (survey) => {
    const file = usageFile(survey);
    return [
      {
        name: 'policies',
        value: 'cost/limits',
        comment: 'A ready pack. Its limits are parameters, for the input params.',
      },
      ...(file === null ? [] : [{ name: 'usage-file', value: file, comment: 'What is billed by usage, a month.' }]),
    ];
  },
  trial: (survey) => {
    const path = usageFile(survey);
    return { command: 'cost', file: path === null ? null : { option: '--usage-file', path } };
  },
  notices: ({ usageFiles }) => {
    const [used, ...others] = usageFiles.filter(isPlain);
    return [
      ...usageFiles
        .filter((file) => !isPlain(file))
        .map(
          (file) =>
            `The usage file ${file} is not used: a workflow cannot name it. Give it a name without such characters.`,
        ),
      ...(others.length === 0 ? [] : [`The workflow takes one usage file, ${used}. Not used: ${others.join(', ')}.`]),
    ];
  },
};

/** The usage file of the step: the one that is there, or the skeleton; null when nothing is billed by usage. */
function usageFile({ usageFiles, usageNeeds }: Survey): string | null {
  return usageFiles.find(isPlain) ?? (usageNeeds.length === 0 ? null : ownUsageFile);
}

/** Whether a path can stand in a workflow as it is, where `${{` begins an expression. */
function isPlain(path: string): boolean {
  return !/\$\{\{|\p{Cc}/u.test(path);
}

/** The keys that the resources of this repository need, without values, unless a usage file is there. */
function usageSkeleton(survey: Survey): readonly WantedFile[] {
  // The skeleton of an earlier run is a usage file that is there: it is yours from then on.
  if (usageFile(survey) !== ownUsageFile || survey.usageFiles.includes(ownUsageFile)) return [];
  const { text, keys } = syncUsageFile(ownUsageFile, null, survey.usageNeeds);
  return [
    {
      path: ownUsageFile,
      text,
      reason: `asks for ${counted(keys, 'amount')} of use that no configuration tells`,
    },
  ];
}

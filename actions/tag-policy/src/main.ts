import { runGate } from '@tollgate/action-kit';
import { checkRequiredTags } from '@tollgate/tags';
import { folderTree, locateResources, readPlanFile } from '@tollgate/terraform';
import { readers } from './inputs.ts';
import { inputs, type OutputName } from './metadata.gen.ts';

/** Judges the tags of the resources that a plan creates or changes. */
export function main(): Promise<void> {
  return runGate<typeof readers, OutputName>({
    inputs,
    readers,
    judge: ({ 'plan-file': planFile, 'required-tags': required, 'on-unknown': onUnknown, path }) => {
      const plan = readPlanFile(planFile);
      const sources = locateResources(plan, { tree: folderTree('.'), folder: path });
      const report = checkRequiredTags({ kind: 'plan', plan, sources }, { required, onUnknown });
      return { report, outputs: { violations: String(report.decision.summary.fail) } };
    },
    tell: ({ name, comment, check, 'github-token': token }) => ({ name, comment, check, token }),
  });
}

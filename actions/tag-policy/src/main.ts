import { runGate } from '@tollgate/action-kit';
import { readers } from './inputs.ts';
import { inputs, type OutputName } from './metadata.gen.ts';
import { resultFormats } from './result-formats.ts';

/** Judges resources and their tags; ready packs of policies are in a folder beside the action. */
export function main(packsFolder: string): Promise<void> {
  return runGate<typeof readers, OutputName>({
    inputs,
    readers,
    judge: async (given, context) => {
      // Loaded late: a mistake in the inputs needs neither the evaluator nor the policy engine.
      const { judge } = await import('./judge.ts');
      return judge(given, { ...context, packsFolder });
    },
    tell: (given) => ({
      name: given.name,
      comment: given.comment,
      check: given.check,
      failOn: given['fail-on'],
      json: given['json-file'],
      formats: resultFormats(given),
      token: given['github-token'],
    }),
  });
}

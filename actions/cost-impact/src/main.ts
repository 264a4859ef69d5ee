import { type CommentMode, runGate } from '@tollgate/action-kit';
import { readers } from './inputs.ts';
import { inputs, type OutputName } from './metadata.gen.ts';
import { resultFormats } from './result-formats.ts';

/** What comes with the action, in folders beside it. */
export interface OwnFolders {
  /** The ready packs of policies. */
  readonly packsFolder: string;
  /** The price book, with the facts and names that go with it. */
  readonly pricesFolder: string;
}

/** Prices what a change of the infrastructure costs, and judges it. */
export function main(folders: OwnFolders): Promise<void> {
  return runGate<typeof readers, OutputName>({
    inputs,
    readers,
    judge: async (given, context) => {
      // Loaded late: a mistake in the inputs needs neither the evaluator nor the price book.
      const { judge } = await import('./judge.ts');
      return judge(given, { ...context, ...folders });
    },
    tell: (given) => ({
      name: given.name,
      comment: commentModeOf(given.comment),
      check: given.check,
      failOn: given['fail-on'],
      json: given['json-file'],
      formats: resultFormats(given),
      token: given['github-token'],
    }),
  });
}

/** What a change is that is worth a comment, the result says. */
function commentModeOf(wanted: 'always' | 'on-change' | 'on-increase' | 'never'): CommentMode {
  return wanted === 'always' || wanted === 'never' ? wanted : 'on-finding';
}

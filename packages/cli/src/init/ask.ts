import { visible } from '@tollgate/reporting';
import type { Dialog } from '../terminal.ts';
import type { Survey } from './look/survey.ts';
import type { Choices } from './plan/gate-setup.ts';
import { gateSetups } from './plan/gate-setups.ts';
import type { KeyRule } from './plan/key-rules.ts';

/** What options leave open. */
export interface OpenQuestions {
  readonly gates: boolean;
  readonly keyRules: boolean;
}

/** Asks a person what to set up, beginning with what fits the repository; null when the person stops. */
export async function askChoices(
  dialog: Dialog,
  survey: Survey,
  proposed: Choices,
  questions: OpenQuestions,
): Promise<Choices | null> {
  const { isCancel, multiselect } = await import('@clack/prompts');
  const open = gateSetups.filter(({ name, action }) => proposed.gates.includes(name) && !survey.running.has(action));
  const gates =
    !questions.gates || open.length < 2
      ? proposed.gates
      : await multiselect({
          ...dialog,
          message: 'Which gates run on pull requests?',
          options: open.map(({ name, summary }) => ({ value: name, label: name, hint: summary })),
          initialValues: open.map(({ name }) => name),
        });
  if (isCancel(gates)) return null;
  const areKeysUsed = open.some(({ usesKeyRules, name }) => usesKeyRules && gates.includes(name));
  if (!questions.keyRules || !areKeysUsed) return { ...proposed, gates };
  const options = proposed.keyRules.flatMap((rule, index) =>
    rule.keys.map((key) => ({ value: `${index} ${key}`, label: visible(key), hint: keyHint(key, rule, survey) })),
  );
  const keys = await multiselect({
    ...dialog,
    message: 'Which tags are required?',
    options,
    initialValues: options.map(({ value }) => value),
  });
  if (isCancel(keys)) return null;
  const keyRules = proposed.keyRules
    .map((rule, index) => ({ ...rule, keys: rule.keys.filter((key) => keys.includes(`${index} ${key}`)) }))
    .filter((rule) => rule.keys.length > 0);
  return { ...proposed, gates, keyRules };
}

/** Asks whether the files that were shown are to be written. */
export async function askToWrite(dialog: Dialog, files: number): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  // Who stops has not agreed.
  return (
    (await confirm({ ...dialog, message: files === 1 ? 'Write this file?' : `Write these ${files} files?` })) === true
  );
}

function keyHint(key: string, { provider, level }: KeyRule, { providers }: Survey): string {
  const found = providers.find(({ name }) => name === provider)?.keys.find((use) => use.key === key);
  const types = provider === null ? 'all resources' : `${provider}_*`;
  if (found === undefined) return `${types}: nothing has it yet, so that the rule only advises`;
  const uses = `${types}: on ${found.resources} of ${found.of}`;
  return level === 'advisory' ? `${uses}, so that the rule only advises` : uses;
}

import { codes, type Inline, text, type Verdict } from '@tollgate/policy-engine';

/** Verdicts that say the same of what is written on the same lines: of instances of one block. */
export type AlikeVerdicts = readonly [Verdict, ...Verdict[]];

/** Puts verdicts on resources together that are alike, in the order in which they come. What has no place stays alone. */
export function alikeVerdicts(verdicts: readonly Verdict[]): readonly AlikeVerdicts[] {
  const groups = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const { policy, rule, subject, source, message, evidence, exception, override } = verdict;
    const said = [policy, rule, source, message, evidence, exception, override];
    const key = JSON.stringify(subject.kind === 'resource' && source !== undefined ? said : [subject, ...said]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  return [...groups.values()];
}

/** The name of the first, and how many more there are; the JSON names all. */
export function subjectsPhrase([first, ...others]: AlikeVerdicts): readonly Inline[] {
  const more = others.length === 0 ? [] : [text(` and ${others.length.toLocaleString('en-US')} more`)];
  return [...codes([first.subject.id]), ...more];
}

import { type Decision, vacuous } from '@tollgate/policy-engine';

/** The notices of a decision, in which the policies that matched nothing are one sentence: a pack can have many. */
export function noticesOf({ policies, notices }: Pick<Decision, 'policies' | 'notices'>): readonly string[] {
  const silent = policies.filter(({ matched }) => matched === 0);
  if (silent.length < 2) return notices;
  const single = new Set(silent.flatMap(vacuous));
  const names = silent.map(({ name }) => `"${name}"`).join(', ');
  return [
    `${silent.length} policies matched nothing, since no subject in the input is one that they judge: ${names}.`,
    ...notices.filter((notice) => !single.has(notice)),
  ];
}

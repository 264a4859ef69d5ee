import { type Decision, vacuous } from '../decide.ts';
import { compareText } from '../text-order.ts';

/** The notices of several decisions, each once. A policy that matched nothing in one of them can have matched in another. */
export function unitedNotices(
  decisions: readonly Pick<Decision, 'policies' | 'notices'>[],
  more: readonly string[],
): readonly string[] {
  const all = decisions.flatMap(({ policies }) => policies);
  const matching = new Set(all.filter(({ matched }) => matched > 0).map(({ name }) => name));
  const nothing = all.filter(({ name }) => !matching.has(name)).flatMap(vacuous);
  const others = decisions.flatMap(({ policies, notices }) => {
    const own = new Set(policies.flatMap(vacuous));
    return notices.filter((notice) => !own.has(notice));
  });
  return [...new Set([...nothing.sort(compareText), ...[...others, ...more].sort(compareText)])];
}

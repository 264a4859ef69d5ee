// Takes from the tests of a policy what shows a rule best: the shortest block that it refuses, or lets pass.
import type { PolicyTestCase, RuleResult } from '@tollgate/policy-engine';
import { stringify } from 'yaml';

/** A block of a configuration, or the root modules that a case gives, with what a rule says of it. */
export interface Example {
  readonly language: 'hcl' | 'yaml';
  readonly text: string;
  readonly message: string;
}

/** A case of a test with its verdicts. */
interface JudgedCase {
  readonly written: PolicyTestCase;
  readonly results: readonly RuleResult[];
}

/** What shows a rule: a block that it refuses, and one, of the same type if there is one, that it lets pass. */
export function examplesOf(cases: readonly JudgedCase[], rule: string): Record<'failing' | 'passing', Example | null> {
  const [failing] = candidates(cases, rule, 'fail').sort((a, b) => a.rank - b.rank);
  const rankOf = ({ type, rank }: Candidate) => rank + (type === failing?.type ? 0 : ranks.otherType);
  const [passing] = candidates(cases, rule, 'pass').sort((a, b) => rankOf(a) - rankOf(b));
  return { failing: failing?.example ?? null, passing: passing?.example ?? null };
}

interface Candidate {
  readonly example: Example;
  readonly type: string;
  /** In lines, and what else is against it: the lowest shows a rule best. */
  readonly rank: number;
}

/** What is worse than a long block: another type, what needs more than itself, what other rules refuse, other parameters. */
const ranks = { otherType: 500, needsMore: 1_000, refused: 2_000, otherParams: 4_000 };

function candidates(cases: readonly JudgedCase[], rule: string, outcome: 'pass' | 'fail'): Candidate[] {
  return cases.flatMap(({ written, results }) => {
    return results.flatMap((result): Candidate[] => {
      const { id, kind } = result.subject;
      const shown = result.rule === rule && result.outcome === outcome ? shownOf(written, id) : null;
      if (shown === null) return [];
      const { language, text, needsMore } = shown;
      const against = [
        text.split('\n').length,
        needsMore ? ranks.needsMore : 0,
        results.some((each) => each.rule !== rule && each.subject.id === id && each.outcome === 'fail')
          ? ranks.refused
          : 0,
        written.params === undefined ? 0 : ranks.otherParams,
      ];
      const [type = ''] = language === 'hcl' ? id.split('.', 1) : [kind];
      const rank = against.reduce((sum, each) => sum + each, 0);
      return [{ example: { language, text, message: result.message }, type, rank }];
    });
  });
}

type Shown = Pick<Example, 'language' | 'text'> & { readonly needsMore: boolean };

/** What a case shows of a subject; null when it gives it in a form that is not for readers. */
function shownOf({ given }: PolicyTestCase, id: string): Shown | null {
  const { terraform, rootModules } = given;
  if (rootModules !== undefined) return { language: 'yaml', text: stringify(given).trimEnd(), needsMore: false };
  const text = typeof terraform === 'string' ? blockOf(terraform, id) : null;
  if (text === null) return null;
  const needsMore = String(terraform).includes('provider "') || text.includes('var.');
  return { language: 'hcl', text, needsMore };
}

/** The block of a resource in the text of a root module, from its head to the brace in the first column. */
export function blockOf(terraform: string, address: string): string | null {
  const [, data, type, name] = /^(data\.)?([^.[]+)\.([^.[]+)/.exec(address) ?? [];
  const head = `${data === undefined ? 'resource' : 'data'} "${type}" "${name}" {`;
  const lines = terraform.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  if (start === -1) return null;
  const length = lines
    .slice(start)
    .findIndex((line) => line.endsWith('}') && (line.startsWith('}') || line.startsWith(head)));
  return length === -1 ? null : lines.slice(start, start + length + 1).join('\n');
}

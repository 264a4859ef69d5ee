// Takes from the tests of a policy what shows a rule best: the shortest block that it refuses, or lets pass.
import type { PolicyTestCase, RuleResult } from '@tollgate/policy-engine';

/** A block of a configuration with what a rule says of it. */
export interface Example {
  readonly terraform: string;
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
    const { terraform } = written.given;
    if (typeof terraform !== 'string') return [];
    return results.flatMap((result): Candidate[] => {
      const { id } = result.subject;
      const block = result.rule === rule && result.outcome === outcome ? blockOf(terraform, id) : null;
      if (block === null) return [];
      const against = [
        block.split('\n').length,
        terraform.includes('provider "') || block.includes('var.') ? ranks.needsMore : 0,
        results.some((each) => each.rule !== rule && each.subject.id === id && each.outcome === 'fail')
          ? ranks.refused
          : 0,
        written.params === undefined ? 0 : ranks.otherParams,
      ];
      const [type = ''] = id.split('.', 1);
      const rank = against.reduce((sum, each) => sum + each, 0);
      return [{ example: { terraform: block, message: result.message }, type, rank }];
    });
  });
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

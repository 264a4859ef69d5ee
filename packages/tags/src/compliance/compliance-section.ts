import { type Block, code, type Phrase, type Section, text } from '@tollgate/policy-engine';
import type { ComplianceCounts } from './compliance-counts.ts';
import type { TagCompliance } from './tag-compliance.ts';

/** How many rows a table of a report has. */
const mostRows = 20;

/** Compliance as a part of a report: a table of rules, and tables of owners and modules where there are several. */
export function complianceSection(compliance: TagCompliance, { folded }: { readonly folded: boolean }): Section {
  const { resources, owners, modules, rules } = compliance;
  const blocks = [
    ...table('Rule', rules, ({ policy, rule, level }) => [code(`${policy}/${rule}`), text(` (${level})`)]),
    ...(owners.length > 1 ? table('Owner', byNeed(owners), ownerPhrase) : []),
    ...(modules.length > 1
      ? table('Module', byNeed(modules), ({ module }) => (module === null ? 'the root module' : [code(module)]))
      : []),
  ];
  return { title: `Tag compliance: ${complianceText(resources)}`, folded, blocks };
}

/** `81.8 % of 22 resources`. */
export function complianceText(resources: ComplianceCounts): string {
  const all = total(resources);
  return `${percentText(resources.percent)} of ${number(all)} ${all === 1 ? 'resource' : 'resources'}`;
}

function percentText(percent: string | null): string {
  return percent === null ? 'nothing judged' : `${percent} %`;
}

function ownerPhrase({ owner, known }: TagCompliance['owners'][number]): Phrase {
  if (owner !== null) return [code(owner)];
  return known ? 'nobody' : 'not known';
}

/** Those with most to mend first. */
function byNeed<Counts extends ComplianceCounts>(all: readonly Counts[]): readonly Counts[] {
  return [...all].sort((a, b) => b.violating - a.violating || b.unknown - a.unknown);
}

const counted = [
  ['Compliant', 'compliant'],
  ['Violating', 'violating'],
  ['Unknown', 'unknown'],
  ['Excepted', 'excepted'],
  ['Error', 'error'],
] as const;

function table<Counts extends ComplianceCounts>(
  title: string,
  all: readonly Counts[],
  name: (counts: Counts) => Phrase,
): Block[] {
  // Errors are rare: a column of zeros says nothing.
  const columns = counted.filter(([, key]) => key !== 'error' || all.some(({ error }) => error > 0));
  const rows = all
    .slice(0, mostRows)
    .map((counts) => [name(counts), ...columns.map(([, key]) => number(counts[key])), percentText(counts.percent)]);
  const rest = all.length - rows.length;
  const more: Block[] = rest === 0 ? [] : [{ kind: 'paragraph', content: `and ${number(rest)} more` }];
  const headings = [...columns.map(([heading]) => heading), 'Share'].map((heading) => ({
    title: heading,
    align: 'right' as const,
  }));
  return [{ kind: 'table', columns: [{ title, align: 'left' }, ...headings], rows }, ...more];
}

function total({ compliant, violating, unknown, excepted, error }: ComplianceCounts): number {
  return compliant + violating + unknown + excepted + error;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

// The pages about the ready packs: one for each pack, and the table that lists them.
import type { Param, Rule } from '@tollgate/policy-engine';
import { markdownTable } from './markdown-table.ts';
import type { Example } from './pack-example.ts';
import type { PackPolicy, PackRule, ReadyPack } from './packs.ts';
import type { PagePart } from './policy-reference.ts';

/** The page that lists the packs; its table is generated. */
export const packsPage = 'docs/packs/README.md';

/** The pages of packs, by file. */
export function packPages(packs: readonly ReadyPack[]): Readonly<Record<string, string>> {
  return Object.fromEntries(packs.map((pack) => [`docs/packs/${pageName(pack)}`, pageText(pack)]));
}

/** The table of all packs. */
export function packsTable(packs: readonly ReadyPack[]): PagePart {
  const rows = packs.map((pack) => {
    const rules = pack.policies.flatMap((policy) => policy.rules);
    const counts = ['hard-mandatory', 'soft-mandatory', 'advisory'].map((level) =>
      String(rules.filter(({ rule }) => levelOf(rule) === level).length),
    );
    return [`[\`${pack.name}\`](${pageName(pack)})`, pack.description.trim(), ...counts];
  });
  const sums = [2, 3, 4].map((column) => String(rows.reduce((sum, row) => sum + Number(row[column]), 0)));
  return {
    kind: 'table',
    head: ['Pack', 'What it is about', 'Hard-mandatory', 'Soft-mandatory', 'Advisory'],
    rows: [...rows, ['', 'Rules in all', ...sums]],
  };
}

function pageName({ name }: ReadyPack): string {
  return `${name.replaceAll('/', '-')}.md`;
}

function pageText(pack: ReadyPack): string {
  const parts = [
    `<!-- Generated from policies/${pack.name} by scripts/generate.ts; after a change there run "npm run generate". -->`,
    `# Pack ${pack.name}`,
    pack.description.trim(),
    `Use it with \`--policy ${pack.name}\`. [The packs](README.md) says how to change levels and parameters. The policies stand in\n[\`policies/${pack.name}\`](../../policies/${pack.name}). Version ${pack.version}.`,
    overview(pack),
    ...pack.policies.flatMap(policyParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function overview({ policies }: ReadyPack): string {
  const rows = policies.flatMap(({ policy, rules }) =>
    rules.map(({ rule }) => [
      `[\`${policy.metadata.name}/${rule.id}\`](#${anchor(policy.metadata.name, rule)})`,
      levelOf(rule),
      (rule.description ?? '').trim(),
    ]),
  );
  return markdownTable(['Rule', 'Level', 'Why'], rows);
}

function policyParts({ policy, rules }: PackPolicy): string[] {
  const { metadata, spec } = policy;
  const params = Object.entries(spec.params ?? {});
  return [
    `## Policy ${metadata.name}`,
    ...(metadata.description === undefined ? [] : [metadata.description.trim()]),
    ...(spec.match?.resources === undefined ? [] : [`For ${codes(spec.match.resources)}.`]),
    ...(params.length === 0 ? [] : [paramsTable(params)]),
    ...rules.flatMap((rule) => ruleParts(rule, policy.metadata.name, Object.keys(spec.params ?? {}))),
  ];
}

function paramsTable(params: readonly (readonly [string, Param])[]): string {
  const rows = params.map(([name, { type = '', description = '', default: value, childMay = [] }]) => [
    `\`${name}\``,
    `\`${type}\``,
    description.trim(),
    valueText(value),
    childMay.join(', ') || 'nothing',
  ]);
  return markdownTable(['Parameter', 'Type', 'What it means', 'Value', 'A lower layer may'], rows);
}

/** The most characters of a value in a table; the whole of it stands in the policy. */
const MAX_VALUE = 160;

function valueText(value: Param['default']): string {
  if (value === undefined) return '';
  const isList = typeof value === 'object' && value !== null;
  const text =
    isList && !Array.isArray(value) ? entriesText(value) : isList ? value.map(String).join(', ') : String(value);
  return `\`${text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE).replace(/[^,]*$/, '')} …` : text}\``;
}

function entriesText(value: object): string {
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${String(each)}`)
    .join(', ');
}

function ruleParts({ rule, failing, passing }: PackRule, policy: string, params: readonly string[]): string[] {
  const used = params.filter((name) => isUsed(rule, name));
  const facts = [
    ['Level', `${levelOf(rule)}${rule.onUnknown === undefined ? '' : `; what is unknown: ${rule.onUnknown}`}`],
    ...(rule.match?.resources === undefined ? [] : [['For', codes(rule.match.resources)]]),
    ...(rule.match?.when === undefined ? [] : [['When', `\`${rule.match.when.trim().replaceAll(/\s+/g, ' ')}\``]]),
    ...(used.length === 0 ? [] : [['Parameters', codes(used)]]),
    ...(rule.controls === undefined ? [] : [['Controls', rule.controls.join(', ')]]),
    ['A lower layer may change', rule.childMay?.join(', ') ?? 'nothing, only tighten'],
  ];
  return [
    `### ${policy}/${rule.id}`,
    (rule.description ?? '').trim(),
    `**To mend:** ${(rule.remedy ?? '').trim()}`,
    markdownTable(['', ''], facts),
    ...(failing === null ? [] : [`Fails: ${sentence(failing.message)}`, code(failing)]),
    ...(passing === null ? [] : ['Passes:', code(passing)]),
  ];
}

function isUsed(rule: Rule, name: string): boolean {
  return new RegExp(`params\\.${name}\\b`).test(JSON.stringify(rule));
}

/** A message is no Markdown of its own beside its code marks. */
function sentence(message: string): string {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(/[*_<>[\]]/g, '\\$&') : `\`${part}\``))
    .join('');
}

function levelOf({ level }: Rule): string {
  return level ?? 'hard-mandatory';
}

/** As GitHub makes it of a heading. */
function anchor(policy: string, { id }: Rule): string {
  return `${policy}/${id}`.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '');
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function code({ language, text }: Example): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

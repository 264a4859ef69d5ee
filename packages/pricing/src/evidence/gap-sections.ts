import { type Block, code, type Inline, messagePhrase, type Phrase, type Section, text } from '@tollgate/policy-engine';
import { componentLabel, costGaps, type Gap } from '../estimate/cost-gaps.ts';
import type { CostComponent, CostReport, ResourceCost } from '../estimate/cost-report.ts';
import { unitPriceText } from '../money/money-text.ts';
import { costText } from './cost-text.ts';
import { counted } from './counted.ts';
import { groupInlines, type InstanceGroup, instanceGroups } from './instance-group.ts';

/** So many resources are told one by one; the JSON has all. */
const mostItems = 40;
/** So many blocks of one type are named. */
const mostNames = 5;

/** What a report does not know and takes for granted, folded: what has no price, what usage would tell, ranges, assumptions. */
export function gapSections(report: CostReport): readonly Section[] {
  const { unpriced, unsupported, usageNeeded, ranges, assumed } = costGaps(report);
  const { currency } = report;
  return [
    ...listSection(
      `${counted(unpriced.length, 'resource')} with something that has no price`,
      gapItems(unpriced, (components) =>
        joined(components.map((each) => messagePhrase(`${componentLabel(each)}: ${each.reason ?? ''}`))),
      ),
    ),
    ...listSection(
      `${counted(unsupported.length, 'resource')} of types without a cost model`,
      [...Map.groupBy(unsupported, ({ type }) => type)].map(([type, resources]) => unsupportedPhrase(type, resources)),
    ),
    ...listSection(
      `${counted(usageNeeded.length, 'resource')} billed by usage that is not told`,
      gapItems(usageNeeded, (components) => [text(components.map((each) => usageText(each, currency)).join('; '))]),
    ),
    ...listSection(
      `${counted(ranges.length, 'resource')} between two costs`,
      instanceGroups(ranges, ({ range, unknowns }) => [range, unknowns]).map((group) => [
        ...nameInlines(group),
        text(`: ${costText(group.first, currency)}${group.members.length === 1 ? '' : ' each'}: `),
        ...messagePhrase(group.first.unknowns.join('; ')),
      ]),
    ),
    ...listSection(
      `${counted(assumed.length, 'resource')} with defaults that were assumed`,
      instanceGroups(assumed, ({ assumptions }) => assumptions).map((group) => [
        ...nameInlines(group),
        text(`: ${group.first.assumptions.map(({ attribute, value }) => `${attribute} = ${value}`).join(', ')}`),
      ]),
    ),
  ];
}

function gapItems(
  gaps: readonly Gap[],
  toldOf: (components: Gap['components']) => readonly Inline[],
): readonly Phrase[] {
  const components = new Map(gaps.map((gap) => [gap.resource, gap.components]));
  const missing = (resource: ResourceCost) => components.get(resource) ?? [];
  const named = (resource: ResourceCost) => missing(resource).map(({ group, name, reason }) => [group, name, reason]);
  return instanceGroups([...components.keys()], named).map((group) => [
    ...nameInlines(group),
    text(': '),
    ...toldOf(missing(group.first)),
  ]);
}

/** The name of resources, with their root module where there are several. */
function nameInlines(group: InstanceGroup<ResourceCost>): readonly Inline[] {
  const { rootModule } = group.first;
  return [...(rootModule === undefined ? [] : [code(rootModule), text(' ')]), ...groupInlines(group)];
}

function unsupportedPhrase(type: string, resources: readonly ResourceCost[]): Phrase {
  const groups = instanceGroups(resources, () => null);
  const more = groups.length - mostNames;
  return [
    code(type),
    text(': '),
    ...joined(groups.slice(0, mostNames).map(nameInlines)),
    ...(more > 0 ? [text(` and ${more.toLocaleString('en-US')} more`)] : []),
  ];
}

function usageText(component: CostComponent, currency: string): string {
  const { unitPrice, unit } = component;
  const label = componentLabel(component);
  return unitPrice === null ? label : `${label} at ${unitPriceText(unitPrice, currency)} per ${unit}`;
}

function joined(parts: readonly (readonly Inline[])[]): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text('; '), ...part]));
}

function listSection(title: string, items: readonly Phrase[]): readonly Section[] {
  if (items.length === 0) return [];
  const more = items.length - mostItems;
  const blocks: Block[] = [{ kind: 'list', items: items.slice(0, mostItems) }];
  if (more > 0) blocks.push({ kind: 'paragraph', content: `And ${more.toLocaleString('en-US')} more.` });
  return [{ title, folded: true, blocks }];
}

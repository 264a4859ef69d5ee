import { deltaOf } from '../changes/delta.ts';
import type { CostComponent } from '../estimate/cost-report.ts';
import type { CostedResource } from '../estimate/resource-cost.ts';
import { type Amount, amount, parseAmount, sumOf } from '../money/amount.ts';

/** What is saved a month. Null is no bound: a part that is not told can be any amount. */
export interface Saving {
  readonly least: Amount | null;
  readonly most: Amount | null;
  /** Why it is no single amount, as parts of sentences. */
  readonly doubts: readonly string[];
}

/**
 * Compares the cost of a resource with that of what it could be instead. A line that is the same on both sides changes nothing, known
 * or not. Usage that nobody tells is the same on both sides: with a lower price it saves something, if not how much. What has no price
 * could cost anything.
 */
export function savingOf(before: CostedResource, after: CostedResource): Saving {
  const lines = openLines(before.cost.components, after.cost.components);
  const isModelled = [before, after].every(({ cost }) => cost.status !== 'unsupported');
  const mayBeLess = !isModelled || lines.some(({ effect }) => effect !== 'more');
  const mayBeMore = !isModelled || lines.some(({ effect }) => effect !== 'less');
  const delta = deltaOf(before, after);
  return {
    least: mayBeLess ? null : delta.high.times(-1),
    most: mayBeMore ? null : delta.low.times(-1),
    doubts: [
      ...new Set([
        ...(isModelled ? [] : [`there is no cost model for ${before.cost.type}`]),
        ...lines.map(({ reason }) => reason),
        ...before.cost.unknowns,
        ...after.cost.unknowns,
      ]),
    ],
  };
}

/** What several savings come to. */
export function sumOfSavings(savings: readonly Saving[]): Saving {
  const sum = (bounds: readonly (Amount | null)[]) => {
    const known = bounds.filter((bound) => bound !== null);
    return known.length < bounds.length ? null : sumOf(known);
  };
  return {
    least: sum(savings.map(({ least }) => least)),
    most: sum(savings.map(({ most }) => most)),
    doubts: [...new Set(savings.flatMap(({ doubts }) => doubts))],
  };
}

/**
 * The saving when all of a resource goes: what is not told of its cost can only add to it. What is billed by usage is not sure to be
 * saved, since another resource can get it, such as the traffic of a gateway.
 */
export function savingOfAll({ cost, low, high }: CostedResource): Saving {
  const open = cost.components.filter(({ monthlyCost }) => monthlyCost === null);
  const used = cost.components.filter(({ usageBased, monthlyCost }) => usageBased && monthlyCost !== null);
  const isModelled = cost.status !== 'unsupported';
  return {
    least: low.minus(sumOf(used.map(({ monthlyCost }) => amount(monthlyCost ?? 0)))),
    most: isModelled && open.length === 0 ? high : null,
    doubts: [
      ...(isModelled ? [] : [`there is no cost model for ${cost.type}`]),
      ...new Set([...open.map(doubtOf), ...cost.unknowns]),
      ...(used.length === 0 ? [] : ['its usage can go elsewhere']),
    ],
  };
}

/** A line whose cost is not known, and what it does to the saving. */
interface OpenLine {
  readonly effect: 'more' | 'less' | 'either';
  readonly reason: string;
}

function openLines(before: readonly CostComponent[], after: readonly CostComponent[]): readonly OpenLine[] {
  const isOpen = ({ monthlyCost }: CostComponent) => monthlyCost === null;
  const left = after.filter(isOpen);
  const lines = before.filter(isOpen).map((line): OpenLine | null => {
    const at = left.findIndex((other) => isSameLine(line, other));
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other === undefined) return { effect: 'more', reason: doubtOf(line) };
    const difference = priceDifference(line, other);
    if (difference?.eq(0) === true) return null;
    if (difference === null) return { effect: 'either', reason: doubtOf(other) };
    return { effect: difference.gt(0) ? 'more' : 'less', reason: doubtOf(other) };
  });
  return [
    ...lines.filter((line) => line !== null),
    ...left.map((line): OpenLine => ({ effect: 'less', reason: doubtOf(line) })),
  ];
}

function isSameLine(one: CostComponent, other: CostComponent): boolean {
  const name = (line: CostComponent) => JSON.stringify([line.group, untiered(line), line.unit, line.status]);
  return name(one) === name(other);
}

/** A line without its first tier, which can end elsewhere for the alternative: `Duration (first 6B)`. */
function untiered({ name }: CostComponent): string {
  return name.replace(/ \(first [^()]*\)$/, '');
}

/** By how much a unit costs less; null when it is not known. */
function priceDifference(one: CostComponent, other: CostComponent): Amount | null {
  const isSameRate =
    one.rate !== null && rateOf(one) === rateOf(other) && one.monthlyQuantity === other.monthlyQuantity;
  if (isSameRate) return amount(0);
  const [before, after] = [parseAmount(one.unitPrice ?? ''), parseAmount(other.unitPrice ?? '')];
  return before === undefined || after === undefined ? null : before.minus(after);
}

function rateOf({ rate, dimensions = {}, region, plus }: CostComponent): string {
  const named = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rate, named, region ?? null, plus ?? null]);
}

function doubtOf(line: CostComponent): string {
  const { status, reason } = line;
  return status === 'usage-needed'
    ? `no usage is given for ${untiered(line)}`
    : (reason ?? `${line.name} has no price`);
}

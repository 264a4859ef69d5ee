import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { type Amount, amountText, quotientText } from '../money/amount.ts';
import { moneyText } from '../money/money-text.ts';
import type { ValueChange } from './alternative.ts';
import type { Saving } from './saving.ts';

/** Values of a configuration are shown to this length. */
const longest = 60;
/** So many reasons are named. */
const mostDoubts = 3;

/** What the resource could be instead, as the beginning of a sentence; null changes stand for a resource that could go. */
export function alternativeText(changes: readonly ValueChange[] | null): string {
  if (changes === null) return 'Removing it';
  const texts = (some: readonly ValueChange[], nameOf = wholeName) =>
    [...new Set(some.map((change) => changeText(change, nameOf(change))))].join(' and ');
  const added = changes.filter(({ from }) => from === undefined);
  const replaced = changes.filter(({ from, to }) => from !== undefined && to !== null);
  if (replaced.length === 0) return texts(added.length > 0 ? added : changes);
  return added.length === 0 ? texts(replaced) : `${texts(replaced)} with ${texts(added, ownName)}`;
}

function wholeName({ path }: ValueChange): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** What is added to a block of which another value was named is told by its own name. */
function ownName({ path }: ValueChange): string {
  return String(path.at(-1));
}

function changeText({ from, to }: ValueChange, name: string): string {
  if (to === null) return `\`${name}\` left out`;
  return `\`${name}\` ${shownValue(to)}${from === undefined ? '' : ` instead of ${shownValue(from)}`}`;
}

/** A value as text: it can come from a pull request, and a back quote would open a code mark. */
export function shownValue(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'not set';
  const text =
    isList(value) && !value.some(isObject)
      ? value.join(', ')
      : isObject(value) || isList(value)
        ? blockText(value)
        : String(value);
  const plain = [...text.replaceAll('`', "'")];
  return plain.length > longest ? `${plain.slice(0, longest - 1).join('')}…` : plain.join('');
}

/** A block by its arguments: `cpu_credits = standard`. */
function blockText(value: JsonValue): string {
  if (isList(value)) return value.map(blockText).join('; ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} = ${blockText(inner)}`)
    .join(', ');
}

/** A saving of which at least the least is known. */
type KnownSaving = Pick<Saving, 'most'> & { readonly least: Amount };

/** `saves $12.40 a month (-20 %)`, `saves at least $3.00 a month`. The percentage is of the cost before; null for none. */
export function savesText({ least, most }: KnownSaving, before: Amount | null, currency: string): string {
  const money = (value: Amount) => moneyText(amountText(value), currency);
  if (most === null) return `saves at least ${money(least)} a month`;
  if (!least.eq(most)) return `saves ${money(least)} to ${money(most)} a month`;
  return `saves ${money(least)} a month${before?.gt(0) === true ? ` (-${percentText(least, before)} %)` : ''}`;
}

function percentText(part: Amount, whole: Amount): string {
  const hundredfold = part.times(100);
  return quotientText(hundredfold, whole, hundredfold.lt(whole) ? 1 : 0);
}

/** Why it cannot be told, as the end of a sentence. */
export function doubtsText(doubts: readonly string[]): string {
  const more = doubts.length > mostDoubts ? [`${doubts.length - mostDoubts} more`] : [];
  return [...doubts.slice(0, mostDoubts), ...more].join('; ');
}

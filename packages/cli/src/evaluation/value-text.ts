import { clip, visible } from '@tollgate/reporting';
import { isList, isObject, type JsonValue, member } from '@tollgate/terraform';

/** A value with what is known of it. */
export interface ShownValue {
  readonly value: JsonValue | undefined;
  /** `true` at the places that are unknown, in the shape of the value. */
  readonly unknown: JsonValue | undefined;
  /** `true` at the places that must not be shown. */
  readonly sensitive: JsonValue | undefined;
  /** Why a place is unknown; undefined when nothing says so. */
  readonly reason: (path: readonly (string | number)[]) => string | undefined;
}

/** A text longer than this is cut short, in UTF-16 units: scripts and certificates say nothing to a reader. */
const maxText = 120;
/** Values up to this width stand on one line. */
const maxWidth = 100;
/** As many items of one list or map are shown. */
const maxItems = 50;

/**
 * The attributes of an object, one or more lines each: `size = 8`. What is null is not set and left out. What is unknown for no
 * other reason than that it is the provider's to say stands together in the last line.
 */
export function attributeLines(shown: ShownValue): readonly string[] {
  const lines: string[] = [];
  const afterApply: string[] = [];
  for (const name of namesIn(shown)) {
    const attribute = below(shown, name);
    const isShown = attribute.unknown === true || attribute.sensitive === true;
    if (attribute.unknown === true && attribute.sensitive !== true && shown.reason([name]) === undefined) {
      afterApply.push(nameText(name));
    } else if (isShown || attribute.value != null || isObject(attribute.unknown) || isList(attribute.unknown)) {
      const [first = '', ...rest] = valueLines(attribute, [name]);
      lines.push(`${nameText(name)} = ${first}`, ...rest);
    }
  }
  return afterApply.length === 0 ? lines : [...lines, `(known only after apply: ${afterApply.join(', ')})`];
}

/** A value in the notation of Terraform. */
export function valueLines(shown: ShownValue, path: readonly (string | number)[] = []): readonly string[] {
  const { value, unknown, sensitive } = shown;
  if (sensitive === true) return ['(sensitive value)'];
  if (unknown === true) {
    const reason = shown.reason(path);
    return [reason === undefined ? '(known only after apply)' : `(unknown: ${visible(reason)})`];
  }
  if (isList(value) || isList(unknown)) {
    const length = Math.max(isList(value) ? value.length : 0, isList(unknown) ? unknown.length : 0);
    const items = [...Array(Math.min(length, maxItems)).keys()].map((index) =>
      valueLines(below(shown, index), [...path, index]),
    );
    return bracketed('[', items, length - items.length, ']');
  }
  if (isObject(value) || isObject(unknown)) {
    const names = namesIn(shown);
    const entries = names.slice(0, maxItems).map((name) => {
      const [first = '', ...rest] = valueLines(below(shown, name), [...path, name]);
      return [`${nameText(name)} = ${first}`, ...rest];
    });
    return bracketed('{', entries, names.length - entries.length, '}');
  }
  return [typeof value === 'string' ? textOf(value) : String(value ?? null)];
}

function bracketed(
  open: string,
  parts: readonly (readonly string[])[],
  left: number,
  close: string,
): readonly string[] {
  const more = left > 0 ? [[`… ${left} more`]] : [];
  const all = [...parts, ...more];
  if (all.length === 0) return [`${open}${close}`];
  const isFlat = all.every((lines) => lines.length === 1);
  const gap = open === '{' ? ' ' : '';
  const line = `${open}${gap}${all.map(([first]) => first).join(', ')}${gap}${close}`;
  if (isFlat && line.length <= maxWidth) return [line];
  return [open, ...all.flatMap((lines) => lines.map((each) => `  ${each}`)), close];
}

/** Unknown and withheld attributes are not among the values. */
function namesIn({ value, unknown, sensitive }: ShownValue): readonly string[] {
  const names = [value, unknown, sensitive].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
  return [...new Set(names)].sort();
}

function below(shown: ShownValue, key: string | number): ShownValue {
  const at = (part: JsonValue | undefined) =>
    typeof part === 'boolean' ? undefined : isList(part) ? part[Number(key)] : member(part, String(key));
  return { ...shown, value: at(shown.value), unknown: at(shown.unknown), sensitive: at(shown.sensitive) };
}

function nameText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : textOf(name);
}

function textOf(text: string): string {
  return `"${visible(clip(text, maxText).replaceAll(/["\\]/g, '\\$&'))}"`;
}

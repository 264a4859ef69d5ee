import {
  DYNAMIC,
  NUMBER,
  numberValue,
  refineNotNull,
  STRING,
  stringValue,
  unknownValue,
  type Value,
} from '../../values/index.ts';

/** What tells the instances of a block apart; undefined where there is only one. */
export type InstanceKey = string | number | undefined;

/** Names that hold within one instance of a block only. */
export interface LocalNames {
  /** `count.index`. */
  readonly count?: Value;
  /** `each.key` and `each.value`. */
  readonly each?: { readonly key: Value; readonly value: Value };
  /** `self`: made when asked for. */
  readonly self?: () => Value;
  /** Elements of dynamic blocks, by the names of their iterators. */
  readonly iterators?: ReadonlyMap<string, Value>;
}

/** No such names. */
export const NO_NAMES: LocalNames = {};

/** countNames gives the names within one of several instances. */
export function countNames(index: number): LocalNames {
  return { count: numberValue(index) };
}

/** eachNames gives the names within one of several instances. */
export function eachNames(key: string, value: Value): LocalNames {
  return { each: { key: stringValue(key), value } };
}

/** unknownNames gives the names within an instance that stands for an unknown number of them. */
export function unknownNames(kind: 'count' | 'each', reasons: readonly string[]): LocalNames {
  if (kind === 'count') return { count: refineNotNull(unknownValue(NUMBER, reasons)) };
  return { each: { key: refineNotNull(unknownValue(STRING, reasons)), value: unknownValue(DYNAMIC, reasons) } };
}

/** keyText writes the key of an instance as it stands in an address. */
export function keyText(key: InstanceKey): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `[${quoteKey(key)}]`;
}

/** Terraform quotes keys as it quotes strings in its language. */
function quoteKey(key: string): string {
  const escaped = key
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{');
  return `"${escaped}"`;
}

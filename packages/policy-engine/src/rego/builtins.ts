import { parse, stringify } from 'yaml';
import { sprintf } from './sprintf.ts';

/** A built-in function of Rego over values of JSON; undefined when it has no value for its arguments. */
export type Builtin = (...values: readonly unknown[]) => unknown;

/** YAML takes longer to read than JSON, and texts in a configuration are short. */
const MAX_YAML_LENGTH = 100_000;

/**
 * The built-in functions that a compiled policy calls in its host; most of Rego's are compiled into the module. They are
 * those of `@open-policy-agent/opa-wasm`, without `regex.split`: a regular expression of JavaScript may not come to an end.
 * What asks the clock, the network or chance is not among them, for then a verdict could not be repeated.
 */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['sprintf', (format, values) => (isText(format) && Array.isArray(values) ? sprintf(format, values) : undefined)],
  ['json.is_valid', (text) => (isText(text) ? succeeds(() => JSON.parse(text)) : undefined)],
  ['yaml.is_valid', (text) => (isText(text) ? succeeds(() => readYaml(text)) : undefined)],
  ['yaml.marshal', (value) => stringify(value)],
  ['yaml.unmarshal', (text) => (isText(text) && succeeds(() => readYaml(text)) ? readYaml(text) : undefined)],
]);

function readYaml(text: string): unknown {
  if (text.length > MAX_YAML_LENGTH) throw new Error('the text is too long');
  return parse(text, { logLevel: 'silent' });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function succeeds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

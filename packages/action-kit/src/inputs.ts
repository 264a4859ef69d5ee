import { ActionError } from './error.ts';

/** What `action.yml` says of one input. */
export interface InputMetadata {
  readonly required: boolean;
  readonly default: string | undefined;
}

/** Turns the text of an input into its value, or says what is wrong with it as a sentence that goes after the input's name. */
export type Reader<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** One reader for each input of `action.yml`: an input without a reader, or a reader without an input, does not compile. */
export type Readers<Name extends string> = Readonly<Record<Name, Reader<unknown>>>;

/** The values that readers give, by input name. */
export type Inputs<R extends Readers<string>> = {
  readonly [Name in keyof R]: R[Name] extends Reader<infer T> ? T : never;
};

/**
 * Reads all inputs at once from the runner's environment and reports every problem together.
 * @throws ActionError naming each input that is missing, unknown or wrong.
 */
export function readInputs<R extends Readers<string>>(
  metadata: Readonly<Record<keyof R & string, InputMetadata>>,
  readers: R,
  env: Readonly<Record<string, string | undefined>>,
): Inputs<R> {
  const problems: string[] = unknownInputs(Object.keys(metadata), env);
  const values: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(readers)) {
    const text = env[variableOf(name)]?.trim() ?? '';
    if (text === '' && metadata[name]?.required) {
      problems.push(`Input "${name}" is required: add it under "with:".`);
      continue;
    }
    const read = reader(text);
    if ('problem' in read) problems.push(`Input "${name}" ${read.problem}`);
    else values[name] = read.value;
  }
  if (problems.length > 0) throw new ActionError(problems.join('\n'));
  return values as Inputs<R>;
}

/** The runner passes inputs that `action.yml` does not declare on, with no more than a warning. */
function unknownInputs(known: readonly string[], env: Readonly<Record<string, string | undefined>>): string[] {
  const expected = new Set(known.map(variableOf));
  return Object.keys(env)
    .filter((variable) => variable.startsWith('INPUT_') && !expected.has(variable))
    .sort()
    .map((variable) => {
      const name = variable.slice('INPUT_'.length).toLowerCase();
      return `Input "${name}" is not known. The inputs are: ${known.join(', ')}.`;
    });
}

/** The runner's name for an input: upper case, blanks as underscores. */
function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

/** Any text, `''` when it is not given. */
export function text(): Reader<string> {
  return (value) => ({ value });
}

/** Names separated by commas or line ends, each once, in the order given. */
export function list(): Reader<readonly string[]> {
  return (value) => ({ value: splitList(value) });
}

/** Texts one a line, each once, in the order given: for what can have commas in it. */
export function lines(): Reader<readonly string[]> {
  return (value) => ({ value: split(value, '\n') });
}

/** One of the given words. */
export function choice<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    return word === undefined
      ? { problem: `is "${value}", but must be one of: ${words.join(', ')}.` }
      : { value: word };
  };
}

/** `true` or `false`, as YAML 1.2 writes them. */
export function flag(): Reader<boolean> {
  return (value) => {
    if (/^(true|True|TRUE)$/.test(value)) return { value: true };
    if (/^(false|False|FALSE)$/.test(value)) return { value: false };
    return { problem: `is "${value}", but must be true or false.` };
  };
}

/** Values by name, one `name=value` a line. */
export function params(): Reader<ReadonlyMap<string, string>> {
  return (value) => {
    const values = new Map<string, string>();
    for (const line of value.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const [, name, text] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      if (name === undefined || text === undefined) {
        return {
          problem: `has the line "${line}", which is no name=value. Write for example "environments=prod,dev".`,
        };
      }
      values.set(name.trim(), text.trim());
    }
    return { value: values };
  };
}

/** A day, or nothing for today. */
export function day(): Reader<string | null> {
  return (value) => {
    if (value === '') return { value: null };
    const [year, month, date] = value.split('-').map(Number);
    const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date ?? 0));
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && time.toISOString().startsWith(value);
    return isDay ? { value } : { problem: `is "${value}", but must be a day, such as 2026-12-20.` };
  };
}

function splitList(value: string): string[] {
  return split(value, /[,\n]/);
}

function split(value: string, separator: string | RegExp): string[] {
  const names = value.split(separator).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

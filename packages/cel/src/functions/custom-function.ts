import { typeFromText } from '../check/type-text.ts';
import { type HostValue, toHost } from '../values/host.ts';
import { fail } from '../values/stop.ts';
import type { Value } from '../values/value.ts';
import { makeOverload, type Overload } from './overload.ts';

/** A function that the caller adds. */
export interface CustomFunction {
  /** Its name, which may be qualified: `isProduction`, `team.owns`. */
  readonly name: string;
  /** The types of its arguments, such as `string` or `list(string)`; those of a method start with its target. */
  readonly arguments: readonly string[];
  /** The type of its result; `dyn` unless given. */
  readonly result?: string;
  /** Called as `a.name(b)` instead of `name(a, b)`. */
  readonly method?: boolean;
  /**
   * What it does. `int` and `uint` arguments are `bigint`, doubles and numbers of the input are `number`. What it
   * throws is an evaluation error with that message. It is not called when an argument is unknown or failed.
   */
  readonly call: (...args: HostValue[]) => unknown;
}

/** The overload of a custom function. */
export function customOverload(custom: CustomFunction): Overload {
  return makeOverload({
    name: custom.name,
    isMethod: custom.method ?? false,
    parameters: custom.arguments.map(typeFromText),
    isVariadic: false,
    result: typeFromText(custom.result ?? 'dyn'),
    takesUnknownParts: false,
    run: (...args: Value[]) => {
      try {
        // The last argument is the meter, which is not theirs.
        return custom.call(...args.slice(0, -1).map(toHost));
      } catch (error) {
        return fail(`${custom.name}() failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  });
}

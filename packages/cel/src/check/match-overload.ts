import { isAssignable, type Substitution, substitute } from './assignable.ts';
import type { Checker } from './checker.ts';
import { DYN, type Type, typeText } from './type.ts';

/** The types of one way to call a function or an operator. */
export interface Signature {
  readonly parameters: readonly Type[];
  readonly isVariadic: boolean;
  readonly result: Type;
}

/**
 * The type of a call with arguments of these types: that of the only signature that fits, `dyn` if several fit and
 * their results differ, or null if none fits.
 */
export function matchOverload(signatures: readonly Signature[], args: readonly Type[], checker: Checker): Type | null {
  const matches: { readonly result: Type; readonly bound: Substitution }[] = [];
  for (const signature of signatures) {
    if (signature.isVariadic ? args.length < signature.parameters.length : args.length !== signature.parameters.length)
      continue;
    const own: Substitution = new Map();
    const instantiate = (type: Type): Type =>
      substitute(type, own, (parameter) => {
        // A replacement of before is met again when the same parameter comes a second time.
        if (parameter.kind !== 'parameter' || parameter.name.startsWith('#')) return parameter;
        const replacement = checker.fresh();
        own.set(parameter.name, replacement);
        return replacement;
      });
    const bound: Substitution = new Map(checker.substitution);
    const fits = args.every((arg, index) => {
      const parameter = signature.parameters[index] ?? signature.parameters.at(-1) ?? DYN;
      return isAssignable(instantiate(parameter), arg, bound);
    });
    if (fits) matches.push({ result: substitute(instantiate(signature.result), bound), bound });
  }
  const [first, ...others] = matches;
  if (first === undefined) return null;
  if (others.length === 0) {
    for (const [name, type] of first.bound) checker.substitution.set(name, type);
    return first.result;
  }
  return others.every((other) => typeText(other.result) === typeText(first.result)) ? first.result : DYN;
}

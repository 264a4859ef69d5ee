import type { MapLike } from '@tollgate/cel';
import { PolicyEngineError } from '../error.ts';
import { type FormCheck, FormError, type FormResult } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { loadRegoBundle, type RegoBundle } from './bundle.ts';
import { InputError, regoInput, type UnknownPlace } from './input.ts';
import { parseReads, type Reads } from './reads.ts';
import { type Expectation, resultOf } from './result.ts';

/** Unknown places of one subject that are told; the others are counted. */
const MAX_PLACES = 10;

/** The value of the form: `rego: { bundle: buckets.tar.gz, entrypoint: tollgate/deny, reads: [resource.type] }`. */
interface RegoRule {
  readonly bundle: string;
  readonly entrypoint: string;
  readonly reads: Reads;
  readonly expect: Expectation | null;
  /** Given to the policy as `input.params`. */
  readonly params: JsonValue;
}

/** Where bundles come from. */
export interface BundleSource {
  /** @throws PolicyEngineError when there is no such file. */
  readonly read: (path: string) => Uint8Array;
  /** Those that were loaded, by their bytes. */
  readonly bundles: Map<Uint8Array, RegoBundle>;
}

/**
 * compileRegoRule makes the check of a rule.
 * @throws FormError for a bundle that cannot be used, and for an entry point that it does not have.
 */
export function compileRegoRule(value: JsonValue, source: BundleSource): FormCheck<unknown> {
  const rule = readRule(value);
  const bundle = bundleOf(rule.bundle, source);
  if (!bundle.entrypoints.includes(rule.entrypoint)) {
    throw new FormError(
      ['entrypoint'],
      `The bundle has no entry point "${rule.entrypoint}". It has ${bundle.entrypoints.join(', ')}.`,
    );
  }
  return Object.assign(checkOf(rule, bundle), { digest: bundle.digest });
}

function bundleOf(path: string, { read, bundles }: BundleSource): RegoBundle {
  const bytes = told(() => read(path));
  const known = bundles.get(bytes);
  if (known !== undefined) return known;
  const bundle = told(() => loadRegoBundle(bytes), `${path}: `);
  bundles.set(bytes, bundle);
  return bundle;
}

/** Tells what is wrong with a bundle at the place of its path. */
function told<Result>(run: () => Result, before = ''): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof PolicyEngineError) throw new FormError(['bundle'], before + error.message);
    throw error;
  }
}

function readRule(value: JsonValue): RegoRule {
  const { bundle, entrypoint, reads, expect, params } = isObject(value) ? value : {};
  if (typeof bundle !== 'string') throw new FormError(['bundle'], 'Give the path of a bundle.');
  if (typeof entrypoint !== 'string') throw new FormError(['entrypoint'], 'Give the name of an entry point.');
  return {
    bundle,
    entrypoint,
    reads: Array.isArray(reads) ? parseReads(reads.filter((path) => typeof path === 'string')) : 'all',
    expect: expect === 'deny' || expect === 'allow' ? expect : null,
    params: params ?? {},
  };
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkOf(rule: RegoRule, bundle: RegoBundle): FormCheck<unknown> {
  return (subject) => {
    try {
      return check(rule, bundle, subject);
    } catch (error) {
      if (error instanceof InputError) return { outcome: 'error', message: error.message };
      // Values of a policy have no depth that is known; the stack has.
      if (error instanceof RangeError) {
        return { outcome: 'error', message: `What ${rule.entrypoint} gives is nested too deeply.` };
      }
      throw error;
    }
  };
}

function check(rule: RegoRule, bundle: RegoBundle, { input }: Subject<unknown>): FormResult {
  const { entrypoint, reads, params } = rule;
  const { value, unknowns } = regoInput(input, reads);
  if (unknowns.length > 0) return unknownResult(unknowns);
  const evaluate = (variables: JsonValue) =>
    bundle.evaluate(entrypoint, JSON.stringify(isObject(variables) ? { ...variables, params } : variables));
  const outcome = evaluate(value);
  const all = reads === 'all' ? null : wholeInput(input);
  if (all !== null && JSON.stringify(evaluate(all)) !== JSON.stringify(outcome)) {
    return {
      outcome: 'error',
      message: `${entrypoint} reads more of its input than "reads" names: it gives something else when it gets all. Name everything that it reads.`,
    };
  }
  return resultOf(outcome, entrypoint, rule.expect);
}

/** The input without its unknown places; null when not all of it can be listed. */
function wholeInput(input: MapLike): JsonValue | null {
  try {
    return regoInput(input, 'all').value;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function unknownResult(unknowns: readonly UnknownPlace[]): FormResult {
  const told = unknowns.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, MAX_PLACES);
  const rest = unknowns.length - told.length;
  const names = [...told.map(({ path }) => path), ...(rest === 0 ? [] : [`${rest} more`])];
  return {
    outcome: 'unknown',
    message: `It cannot be told before ${names.join(', ')} ${unknowns.length === 1 ? 'is' : 'are'} known.`,
    evidence: told.map(({ path, reason }) => ({ expression: path, value: reason })),
  };
}

import type { Gate, RuleForm } from '../gates/gate.ts';
import type { ReadBeside } from '../packs/beside.ts';
import type { RegoBundle } from './bundle.ts';
import { regoSchema } from './rego-schema.ts';
import { isRegoRule } from './rego-validator.gen.ts';

/**
 * regoForm makes the form of rules that are compiled from Rego, for any gate. The input of the policy has the variables of
 * the gate and `params`. The path of a bundle is relative to the file of the policy; a bundle is loaded once, however many
 * rules use it. What it takes to evaluate Rego is loaded with the first rule of this form.
 *
 * Rego knows no unknown values, and a guess is none: with `reads`, the policy gets only these parts of the input, and the
 * verdict is unknown when one of them is; without it, when anything is. A policy that gives something else for the
 * whole input than for what it says it reads is an error.
 *
 * @example
 * const form = regoForm(readBeside);
 * const rule = { bundle: 'buckets.tar.gz', entrypoint: 'tollgate/deny', reads: ['resource.values.acl'] };
 * const check = await form.compile(rule, { file: 'policies/org.yml' });
 */
export function regoForm(read: ReadBeside): RuleForm<unknown> {
  const bundles = new Map<Uint8Array, RegoBundle>();
  return {
    name: 'rego',
    schema: regoSchema,
    validate: isRegoRule,
    async compile(value, { file }) {
      const { compileRegoRule } = await import('./compile-rego-rule.ts');
      return compileRegoRule(value, { read: (path) => read(file, path), bundles });
    },
  };
}

/** The gate with the form of Rego beside its own. */
export function withRego<Data>(gate: Gate<Data>, read: ReadBeside): Gate<Data> {
  return { ...gate, forms: [...(gate.forms ?? []), regoForm(read)] };
}

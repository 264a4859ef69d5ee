import { nearest } from '../documents/nearest.ts';
import type { Path } from '../documents/places.ts';
import { quote } from '../documents/quote.ts';
import { type Mistake, schemaMistakes } from '../documents/schema-mistakes.ts';
import { FormError, type Gate, type RuleForm } from '../gates/gate.ts';
import type { JsonValue } from '../json.ts';
import type { Clause, LayeredParam } from '../layers/layered-policy.ts';
import { resolveParams } from '../layers/resolve-params.ts';
import type { Problem } from '../problem.ts';
import type { CompiledCondition } from './compiled-policy.ts';

/**
 * compileForm makes the check of a rule that is written in a gate's own form: parameters are put in, the schema of the form
 * is asked, then the form itself. Null when there are mistakes, which are added to the problems at their places.
 */
export async function compileForm<Data>(
  clause: Clause,
  gate: Gate<Data>,
  params: ReadonlyMap<string, LayeredParam>,
  problems: Problem[],
): Promise<CompiledCondition<Data> | null> {
  if (clause.condition.kind !== 'form') return null;
  const { form: name, value } = clause.condition;
  const { places } = clause.located;
  const path: Path = [...clause.path, name];
  const report = (inner: Path, message: string): null => {
    problems.push({ file: places.file, ...places.at([...path, ...inner]), message });
    return null;
  };
  const form = (gate.forms ?? []).find((known) => known.name === name);
  if (form === undefined) {
    const message = unknownForm(
      name,
      gate.name,
      (gate.forms ?? []).map((known) => known.name),
    );
    problems.push({ file: places.file, ...places.keyAt(path), message });
    return null;
  }
  const resolved = resolveParams(value, params);
  if ('message' in resolved) return report(resolved.path, resolved.message);
  const mistakes = formMistakes(form, resolved.value, path);
  for (const { path: place, about, message } of mistakes) {
    problems.push({ file: places.file, ...(about === 'key' ? places.keyAt(place) : places.at(place)), message });
  }
  if (mistakes.length > 0) return null;
  try {
    const { line, column } = places.keyAt(path);
    return {
      kind: 'form',
      form: name,
      place: { file: places.file, startLine: line, startColumn: column },
      check: await form.compile(resolved.value, { file: places.file }),
    };
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    return report(error.path, error.message);
  }
}

/** What the schema of a form has against a value, which stands at a place of the document. */
function formMistakes<Data>({ schema, validate }: RuleForm<Data>, data: JsonValue, base: Path): readonly Mistake[] {
  return validate(data) ? [] : schemaMistakes(validate.errors ?? [], { schema, data, base });
}

function unknownForm(name: string, gate: string, forms: readonly string[]): string {
  const choices = forms.length === 0 ? 'only `assert`' : ['assert', ...forms].map((known) => `\`${known}\``).join(', ');
  const hint = nearest(name, ['assert', ...forms]);
  const question = hint === undefined ? '' : ` Did you mean "${hint}"?`;
  return `The gate "${gate}" has no form of rules named ${quote(name)}; it has ${choices}.${question}`;
}

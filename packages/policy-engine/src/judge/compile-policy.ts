import type { CustomFunction } from '@tollgate/cel';
import type { Path } from '../documents/places.ts';
import type { Layer, Match } from '../documents/policy.ts';
import { quote } from '../documents/quote.ts';
import type { Gate } from '../gates/gate.ts';
import type { Clause, LayeredPolicy, LayeredRule } from '../layers/layered-policy.ts';
import { type Problem, problemText } from '../problem.ts';
import { compareText } from '../text-order.ts';
import { compileCondition, compileMessage, paramsSchema, type Vocabulary } from './compile-expression.ts';
import { compileForm } from './compile-form.ts';
import type {
  CompiledClause,
  CompiledCondition,
  CompiledPolicy,
  CompiledRule,
  Expression,
  SubjectFilter,
} from './compiled-policy.ts';
import { compilePatterns, isNegated } from './pattern.ts';

/** Steps that one evaluation of a condition may take unless the caller says otherwise: a few milliseconds. */
export const CONDITION_COST_LIMIT = 100_000;

export interface CompilePolicyOptions {
  /** Functions of conditions beside those of the gate. */
  readonly functions?: readonly CustomFunction[];
  /** Steps that one evaluation may take; one that needs more is an error of the rule. */
  readonly costLimit?: number;
}

/** What a compilation works with. */
interface Workshop<Data> {
  readonly policy: LayeredPolicy;
  readonly gate: Gate<Data>;
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
  /** The condition of a policy's match is that of each of its rules; it is compiled once. */
  readonly whens: Map<Match, Expression | null>;
}

/**
 * compilePolicy makes a policy ready to judge the subjects of a gate: conditions and messages are compiled and checked
 * against the gate's schema, rule forms against theirs. With problems there is no policy, for nothing is judged with a
 * part of one; every mistake is named at its line and column of the YAML file.
 */
export async function compilePolicy<Data>(
  policy: LayeredPolicy,
  gate: Gate<Data>,
  options: CompilePolicyOptions = {},
): Promise<{ readonly policy: CompiledPolicy<Data> | null; readonly problems: readonly Problem[] }> {
  if (policy.gate !== gate.name) return { policy: null, problems: wrongGate(policy, gate.name) };
  const workshop: Workshop<Data> = {
    policy,
    gate,
    vocabulary: {
      schema: gate.schema,
      variables: { params: paramsSchema(policy.params), now: 'timestamp' },
      functions: [...(gate.functions ?? []), ...(options.functions ?? [])],
      costLimit: options.costLimit ?? CONDITION_COST_LIMIT,
    },
    problems: [],
    whens: new Map(),
  };
  const rules: CompiledRule<Data>[] = [];
  for (const rule of [...policy.rules].sort((a, b) => compareText(a.id, b.id))) {
    rules.push(await compileRule(rule, workshop));
  }
  const problems = ordered(workshop.problems);
  if (problems.length > 0) return { policy: null, problems };
  const params = Object.fromEntries([...policy.params].map(([name, { value }]) => [name, value]));
  const document = {
    layers: policy.layers.map(({ layer, located }) => ({ layer, document: located.document })),
    params,
    ...digestsOf(rules),
  };
  const { name, version } = policy;
  return { policy: { name, version, gate: gate.name, rules, params, document }, problems: [] };
}

/** What rules are made of that stands in no document. */
function digestsOf(rules: readonly CompiledRule<never>[]): { readonly digests?: readonly string[] } {
  const digests = rules.flatMap(({ clauses }) =>
    clauses.flatMap(({ condition }) => (condition.kind === 'form' ? (condition.check.digest ?? []) : [])),
  );
  return digests.length === 0 ? {} : { digests };
}

async function compileRule<Data>(rule: LayeredRule, workshop: Workshop<Data>): Promise<CompiledRule<Data>> {
  const clauses: CompiledClause<Data>[] = [];
  for (const clause of rule.clauses) {
    const compiled = await compileClause(clause, workshop);
    if (compiled !== null) clauses.push(compiled);
  }
  return {
    id: rule.id,
    level: rule.level,
    onUnknown: rule.onUnknown,
    ...(rule.description === null ? {} : { description: rule.description }),
    ...(rule.remedy === null ? {} : { remedy: rule.remedy }),
    ...(rule.controls.length === 0 ? {} : { controls: rule.controls }),
    ...(rule.override === null ? {} : { override: rule.override }),
    isExcluded: rule.exclude.length === 0 ? null : compilePatterns(rule.exclude),
    clauses,
  };
}

/** A clause, or null when it has mistakes. All of them are found, not only the first. */
async function compileClause<Data>(clause: Clause, workshop: Workshop<Data>): Promise<CompiledClause<Data> | null> {
  const { vocabulary, problems } = workshop;
  const { places } = clause.located;
  const whens = clause.matches.map((part) => compileWhen(part, clause, workshop));
  const condition = await compileConditionOf(clause, workshop);
  const messagePath = [...clause.path, 'message'];
  const message =
    clause.message === null
      ? null
      : compileMessage(clause.message, vocabulary, { places, path: messagePath }, problems);
  if (condition === null || (clause.message !== null && message === null)) return null;
  const { line, column } = places.at(clause.path);
  return {
    layer: layerOf(clause, workshop.policy),
    place: { file: places.file, startLine: line, startColumn: column },
    filters: clause.matches.flatMap((part) => filtersOf(part, clause)),
    asksFor: askedFor(clause),
    whens: whens.filter((when) => when !== null),
    condition,
    message,
  };
}

async function compileConditionOf<Data>(
  clause: Clause,
  { gate, policy, vocabulary, problems }: Workshop<Data>,
): Promise<CompiledCondition<Data> | null> {
  if (clause.condition.kind === 'form') return compileForm(clause, gate, policy.params, problems);
  const written = { places: clause.located.places, path: [...clause.path, 'assert'] };
  const expression = compileCondition(clause.condition.expression, vocabulary, written, problems);
  return expression === null ? null : { kind: 'assert', expression };
}

function compileWhen<Data>(
  { match, path }: { readonly match: Match; readonly path: Path },
  clause: Clause,
  { vocabulary, problems, whens }: Workshop<Data>,
): Expression | null {
  if (match.when === undefined) return null;
  const known = whens.get(match);
  if (known !== undefined) return known;
  const written = { places: clause.located.places, path: [...path, 'when'] };
  const when = compileCondition(match.when, vocabulary, written, problems);
  whens.set(match, when);
  return when;
}

function askedFor({ matches }: Clause): CompiledClause<unknown>['asksFor'] {
  const asked = new Set<'action' | 'name'>();
  if (matches.some(({ match }) => match.actions !== undefined)) asked.add('action');
  // A list that only takes out starts from what is judged anyway, and names nothing.
  if (matches.some(({ match }) => match.resources?.some((pattern) => !isNegated(pattern)) === true)) asked.add('name');
  return asked;
}

function filtersOf(
  { match, path }: { readonly match: Match; readonly path: Path },
  { located: { places } }: Clause,
): SubjectFilter[] {
  const filters: SubjectFilter[] = [];
  const add = (part: SubjectFilter['part'], accepts: SubjectFilter['accepts']): void => {
    const { line, column } = places.keyAt([...path, part]);
    filters.push({ part, place: { file: places.file, startLine: line, startColumn: column }, accepts });
  };
  const { resources, actions, changedOnly } = match;
  if (resources !== undefined) {
    const matches = compilePatterns(resources);
    add('resources', ({ names }) => matches(names));
  }
  if (actions !== undefined) {
    const wanted = new Set(actions);
    add('actions', (subject) => subject.actions === null || subject.actions.some((action) => wanted.has(action)));
  }
  if (changedOnly === true) add('changedOnly', ({ changed }) => changed !== false);
  return filters;
}

function layerOf(clause: Clause, policy: LayeredPolicy): Layer {
  return policy.layers.find(({ located }) => located === clause.located)?.layer ?? 'repository';
}

function wrongGate(policy: LayeredPolicy, gate: string): Problem[] {
  return policy.layers.map(({ located: { places } }) => ({
    file: places.file,
    ...places.at(['spec', 'gate']),
    message: `The policy "${policy.name}" is for the gate ${quote(policy.gate)}, but what is judged here is for "${gate}".`,
  }));
}

/** In the order of the files, each mistake once, although a part of a document may serve several rules. */
function ordered(problems: readonly Problem[]): readonly Problem[] {
  const distinct = new Map(problems.map((problem) => [problemText(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

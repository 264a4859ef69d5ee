import type { Path } from '../documents/places.ts';
import type { Param, ParamChange } from '../documents/policy.ts';
import { visible } from '../documents/quote.ts';
import type { JsonValue } from '../json.ts';
import { addNotice, addProblem, type LayerDocument, type LayerReport, placeText } from './layer-report.ts';
import type { LayeredParam } from './layered-policy.ts';
import { didYouMean } from './name-suggestion.ts';
import { changeElements, changeToValue, type WantedChange, without } from './param-change.ts';
import { isList, isOfType, isParamType, type ParamType, paramTypes, typeMistake } from './param-type.ts';
import { isAllowed, type Statement, statement, wayToAllow } from './permission.ts';

/** A parameter while layers are merged. */
export interface ParamState {
  readonly param: LayeredParam;
  readonly type: ParamType;
  /** What each layer so far said of it, the uppermost first. */
  readonly statements: readonly Statement<ParamChange>[];
}

/** Takes up what a layer says of parameters: the first one that names a parameter declares it, the others may change it. */
export function mergeParams(
  above: ReadonlyMap<string, ParamState>,
  document: LayerDocument,
  report: LayerReport,
): ReadonlyMap<string, ParamState> {
  const states = new Map(above);
  for (const [name, param] of Object.entries(document.located.document.spec.params ?? {})) {
    const state = states.get(name);
    const path = ['spec', 'params', name];
    const merged =
      state === undefined
        ? declare(name, param, path, { document, above, report })
        : change(state, name, param, path, { document, above, report });
    if (merged !== null) states.set(name, merged);
  }
  return states;
}

/** What the functions of this file all need. */
interface Context {
  readonly document: LayerDocument;
  readonly above: ReadonlyMap<string, ParamState>;
  readonly report: LayerReport;
}

function declare(name: string, param: Param, path: Path, { document, above, report }: Context): ParamState | null {
  const { layer, located } = document;
  const problem = (way: Path, message: string): null => {
    addProblem(report, located, [...path, ...way], message);
    return null;
  };
  if (param.type === undefined) {
    const hint = didYouMean(name, above.keys());
    const declared = `No layer above declares the parameter "${name}".`;
    return problem([], `${declared}${hint} To declare it here, give it a \`type\` and a \`default\`.`);
  }
  if (!isParamType(param.type)) {
    const types = `${paramTypes.slice(0, -1).join(', ')} or ${paramTypes.at(-1)}`;
    return problem(
      ['type'],
      `"${param.type}" is no type of a parameter.${didYouMean(param.type, paramTypes)} Use ${types}.`,
    );
  }
  for (const key of ['value', 'add', 'remove'] as const) {
    if (param[key] === undefined) continue;
    return problem(
      [key],
      `\`${key}\` changes a parameter of a layer above, and none declares "${name}". Write \`default\`.`,
    );
  }
  if (param.default === undefined) return problem([], `The parameter "${name}" has no value. Give it a \`default\`.`);
  return {
    param: { type: param.type, value: param.default, declared: located },
    type: param.type,
    statements: [statement(layer, located, path, param.childMay)],
  };
}

function change(state: ParamState, name: string, param: Param, path: Path, context: Context): ParamState {
  const { document, report } = context;
  const { layer, located } = document;
  const [declared] = state.statements;
  const place = declared === undefined ? '' : ` in ${placeText(declared.located, declared.path)}`;
  if (param.type !== undefined && param.type !== state.type) {
    const message = `The parameter "${name}" was declared as ${state.type}${place}, and cannot be ${param.type} here.`;
    addProblem(report, located, [...path, 'type'], `${message} Leave out \`type\`.`);
  }
  if (param.default !== undefined) {
    const message = `"${name}" was declared${place} already. To change it, write \`value\`, without \`type\` and \`default\`.`;
    addProblem(report, located, [...path, 'default'], message);
  }
  let value = state.param.value;
  for (const wanted of wantedChanges(state, name, param, path, context)) {
    const lacking = wanted.change.needs.filter((needs) => !isAllowed(state.statements, ...needs));
    if (lacking.length === 0) {
      value = wanted.apply(value);
      continue;
    }
    const from = `Layer ${layer} changes the parameter "${name}" from ${shown(value)} to ${shown(wanted.apply(value))}`;
    const ways = lacking.map((needs) => wayToAllow(state.statements, ...needs)).join(' ');
    addNotice(
      report,
      'ignored',
      document,
      { param: name },
      wanted.path,
      `${from}, which the layers above do not allow: ignored. ${ways}`,
    );
  }
  return {
    ...state,
    param: { ...state.param, value },
    statements: [...state.statements, statement(layer, located, path, param.childMay)],
  };
}

/** A change that a layer asks for, which is granted or ignored as a whole. */
interface AskedChange {
  readonly change: WantedChange;
  readonly path: Path;
  apply(value: JsonValue): JsonValue;
}

function wantedChanges(state: ParamState, name: string, param: Param, path: Path, context: Context): AskedChange[] {
  const { value: from } = state.param;
  const { located } = context.document;
  const isPartial = param.add !== undefined || param.remove !== undefined;
  if (param.value !== undefined) {
    const to = param.value;
    if (isPartial) {
      const message = `"${name}" has both \`value\` and \`add\` or \`remove\`. Use one of the two ways.`;
      addProblem(context.report, located, [...path, 'value'], message);
      return [];
    }
    if (!isOfType(to, state.type)) {
      const message = `The value of "${name}" has the wrong type: ${typeMistake(to, state.type)}.`;
      addProblem(context.report, located, [...path, 'value'], message);
      return [];
    }
    const wanted = changeToValue(from, to, isAllowed(state.statements, 'replace'));
    return wanted === null ? [] : [{ change: wanted, path: [...path, 'value'], apply: () => wanted.value }];
  }
  return (['remove', 'add'] as const).flatMap((way) => {
    const elements = param[way];
    return elements === undefined ? [] : partialChange(state, name, way, elements, [...path, way], context);
  });
}

function partialChange(
  state: ParamState,
  name: string,
  way: 'add' | 'remove',
  elements: readonly JsonValue[],
  path: Path,
  context: Context,
): AskedChange[] {
  const { document, report } = context;
  const { type } = state;
  const { value: from } = state.param;
  if ((type !== 'list<string>' && type !== 'list<number>') || !isList(from)) {
    const message = `\`${way}\` changes a list, and "${name}" is a ${type}. Write its new \`value\`.`;
    addProblem(report, document.located, path, message);
    return [];
  }
  if (!isOfType(elements, type)) {
    addProblem(
      report,
      document.located,
      path,
      `\`${way}\` of "${name}" has the wrong type: ${typeMistake(elements, type)}.`,
    );
    return [];
  }
  if (way === 'remove') noticeMissing(name, without(elements, from), from, path, context);
  const apply = (value: JsonValue): WantedChange | null => {
    if (!isList(value)) return null;
    return way === 'add' ? changeElements(value, elements, []) : changeElements(value, [], elements);
  };
  const wanted = apply(from);
  return wanted === null ? [] : [{ change: wanted, path, apply: (value) => apply(value)?.value ?? value }];
}

/** What is to be removed and is not there is likely misspelt. */
function noticeMissing(
  name: string,
  missing: readonly JsonValue[],
  from: readonly JsonValue[],
  path: Path,
  { document, report }: Context,
): void {
  const [first] = missing;
  if (first === undefined) return;
  const hint = didYouMean(String(first), from.map(String));
  const message = `${shown(missing)} cannot be removed from "${name}", for it is not in ${shown(from)}: ignored.${hint}`;
  addNotice(report, 'ignored', document, { param: name }, path, message);
}

/** A value as JSON, cut where it is long. */
function shown(value: JsonValue): string {
  const text = visible(JSON.stringify(value));
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

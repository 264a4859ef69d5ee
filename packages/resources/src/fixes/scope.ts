import { type Expression, findAttribute, type ObjectConstructor, parseConfig } from '@tollgate/hcl';
import type { EvaluateOptions, ResourceSource, SourceTree } from '@tollgate/terraform';
import { type FoundBlock, findBlocks, folderOf, lastAttribute, type ModuleText } from './module-text.ts';
import type { WrittenPlace } from './written-place.ts';

/** What names in an expression mean: the module where it stands, and the calls that lead there. */
export interface Scope {
  readonly module: ModuleText;
  readonly folder: string;
  /** Outermost first; null when they are not known. */
  readonly callers: ResourceSource['callers'] | null;
  readonly world: World;
}

/** What all scopes of a configuration share. */
export interface World {
  readonly tree: SourceTree;
  readonly texts: (folder: string) => ModuleText;
  /** With what the configuration is evaluated. */
  readonly options: EvaluateOptions;
}

/** The scope of a file. */
export function scopeOf(file: string, callers: Scope['callers'], world: World): Scope {
  const folder = folderOf(file);
  return { module: world.texts(folder), folder, callers, world };
}

/** Where a variable has its value from. */
export type VariableSource =
  | { readonly kind: 'found'; readonly expression: Expression; readonly place: WrittenPlace; readonly scope: Scope }
  /** The call does not give it, and the variable has no default but an empty one: an argument can be added. */
  | { readonly kind: 'absent'; readonly place: WrittenPlace }
  /** The end of a sentence that begins with the variable. */
  | { readonly kind: 'opaque'; readonly reason: string };

/** Finds where a variable has its value from. */
export function variableSource(name: string, scope: Scope): VariableSource {
  if (scope.callers === null) return { kind: 'opaque', reason: 'comes from calls that are not known' };
  const caller = scope.callers.at(-1);
  return caller === undefined ? rootVariable(name, scope) : argument(name, scope, caller, scope.callers.slice(0, -1));
}

function argument(
  name: string,
  scope: Scope,
  caller: ResourceSource['callers'][number],
  above: ResourceSource['callers'],
): VariableSource {
  const callName = /(?:^|\.)module\.([^.[\]]+)(?:\[.*\])?$/s.exec(caller.address)?.[1] ?? '';
  const outer = scopeOf(caller.file, above, scope.world);
  const calls = findBlocks(outer.module, 'module', [callName]);
  const [call] = calls;
  if (call === undefined)
    return { kind: 'opaque', reason: `is given by ${caller.address}, which is not in the native syntax` };
  const given = lastAttribute(calls, name);
  if (given !== null) {
    const { holder, attribute } = given;
    return {
      kind: 'found',
      expression: attribute.expression,
      place: placeAt(holder, name, attribute.expression),
      scope: outer,
    };
  }
  const fallback = variableDefault(name, scope);
  // What the module itself gives is changed for the callers that count on it only when there is no other way.
  if (fallback.kind === 'found' && !isEmpty(fallback.expression)) return fallback;
  if (fallback.kind === 'opaque') return fallback;
  return { kind: 'absent', place: placeAt(call, name, call.block.headerRange) };
}

function isEmpty(expression: Expression): boolean {
  return expression.kind === 'null' || (expression.kind === 'object' && isWithoutItems(expression));
}

function isWithoutItems({ items }: ObjectConstructor): boolean {
  return items.length === 0;
}

function variableDefault(name: string, scope: Scope): Exclude<VariableSource, { kind: 'absent' }> {
  const blocks = findBlocks(scope.module, 'variable', [name]);
  if (blocks.length === 0) return { kind: 'opaque', reason: 'is not declared in the native syntax' };
  const found = lastAttribute(blocks, 'default');
  if (found === null) return { kind: 'opaque', reason: 'has no value that is written anywhere' };
  const { holder, attribute } = found;
  const { expression } = attribute;
  return { kind: 'found', expression, place: placeAt(holder, 'default', expression), scope };
}

/** From strong to weak, as Terraform takes them. */
function rootVariable(name: string, scope: Scope): VariableSource {
  const { tree, options } = scope.world;
  const { arguments: given = [], environment } = options.variables ?? {};
  for (const one of given.toReversed()) {
    if (one.kind === 'value' && one.name === name) return { kind: 'opaque', reason: 'is given with --var' };
    const found = one.kind === 'file' ? inVariablesFile(one.path, name, scope) : null;
    if (found !== null) return found;
  }
  const names = (tree.listFolder(scope.folder) ?? []).filter(({ kind }) => kind === 'file').map((entry) => entry.name);
  const automatic = [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((file) => names.includes(file)),
    ...names.filter((file) => /\.auto\.tfvars(?:\.json)?$/.test(file)),
  ];
  for (const file of automatic.toReversed()) {
    const found = inVariablesFile(scope.folder === '' ? file : `${scope.folder}/${file}`, name, scope);
    if (found !== null) return found;
  }
  if (environment?.[`TF_VAR_${name}`] !== undefined) {
    return { kind: 'opaque', reason: `is given by the environment as TF_VAR_${name}` };
  }
  return variableDefault(name, scope);
}

function inVariablesFile(path: string, name: string, scope: Scope): VariableSource | null {
  const bytes = scope.world.tree.readFile(path);
  if (bytes === undefined) return null;
  const text = Buffer.from(bytes).toString('utf8');
  if (path.endsWith('.json')) {
    return text.includes(JSON.stringify(name))
      ? { kind: 'opaque', reason: `is given in ${path}, which is JSON` }
      : null;
  }
  const file = parseConfig(text, { file: path });
  const attribute = findAttribute(file.body, name);
  if (attribute === undefined) return null;
  const { expression } = attribute;
  return { kind: 'found', expression, place: { path, file, block: [], value: [name], range: expression }, scope };
}

/** The place of an argument of a block. */
export function placeAt(
  { path, file, selectors }: FoundBlock,
  name: string,
  range: WrittenPlace['range'],
): WrittenPlace {
  return { path, file, block: selectors, value: [name], range };
}

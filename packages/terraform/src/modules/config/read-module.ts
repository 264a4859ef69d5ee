import { type BodyBlock, isIdentifier } from '@tollgate/hcl';
import type { SourceTree } from '../../tree/index.ts';
import { errorMessage, type Message, messageOf, placeOf } from '../message.ts';
import { readCheck } from './check.ts';
import { configExpression } from './config-expression.ts';
import { Declarations } from './declarations.ts';
import { readModuleCall } from './module-call.ts';
import type { ModuleConfig } from './module-config.ts';
import { type ModuleFile, readModuleFiles } from './module-files.ts';
import { readOutput } from './output.ts';
import { mergeCall, mergeOutput, mergeProvider, mergeResource, mergeVariable } from './override.ts';
import { readProvider } from './provider.ts';
import { type Import, type Moved, type Removed, readImport, readMoved, readRemoved } from './refactoring.ts';
import { readResource } from './resource.ts';
import { type RequiredVersion, readTerraformBlock } from './terraform-block.ts';
import { checkFallback, readVariable } from './variable.ts';

const ROOT_SCHEMA = {
  blocks: [
    { type: 'terraform' },
    { type: 'provider', labels: ['name'] },
    { type: 'variable', labels: ['name'] },
    { type: 'locals' },
    { type: 'output', labels: ['name'] },
    { type: 'module', labels: ['name'] },
    { type: 'resource', labels: ['type', 'name'] },
    { type: 'data', labels: ['type', 'name'] },
    { type: 'ephemeral', labels: ['type', 'name'] },
    { type: 'check', labels: ['name'] },
    { type: 'moved' },
    { type: 'import' },
    { type: 'removed' },
  ],
};

/** readModule reads the configuration in a folder. Undefined when there is no such folder. */
export function readModule(
  tree: SourceTree,
  folder: string,
  openTofu: boolean,
  messages: Message[],
): ModuleConfig | undefined {
  const files = readModuleFiles(tree, folder, openTofu, messages);
  if (files === undefined) return undefined;
  const reader = new ModuleReader(messages);
  for (const file of files) reader.readFile(file);
  return reader.finish(folder);
}

const BAD_NAME =
  'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.';

/** Gathers the declarations of one module, file by file. */
class ModuleReader {
  readonly #messages: Message[];
  readonly #declarations: Declarations;
  readonly #requiredVersions: RequiredVersion[] = [];
  readonly #moved: Moved[] = [];
  readonly #imports: Import[] = [];
  readonly #removed: Removed[] = [];

  constructor(messages: Message[]) {
    this.#messages = messages;
    this.#declarations = new Declarations(messages);
  }

  readFile({ body, blocks: syntax, override }: ModuleFile): void {
    const { blocks, diagnostics } = body.content(ROOT_SCHEMA);
    this.#messages.push(...diagnostics.map(messageOf));
    for (const block of blocks) this.#readBlock(block, syntax, override);
  }

  #readBlock(block: BodyBlock, syntaxes: ModuleFile['blocks'], override: boolean): void {
    const messages = this.#messages;
    const declarations = this.#declarations;
    const syntax = syntaxes?.get(block.range.start);
    switch (block.type) {
      case 'terraform': {
        const { requiredVersions, requiredProviders } = readTerraformBlock(block, messages);
        this.#requiredVersions.push(...requiredVersions);
        for (const required of requiredProviders) declarations.requireProvider(required);
        return;
      }
      case 'provider': {
        const provider = readProvider(block, syntax, messages);
        declarations.add(declarations.providers, provider.key, provider, override && mergeProvider);
        return;
      }
      case 'variable': {
        this.#checkName(block, 'variable');
        const variable = readVariable(block, messages);
        declarations.add(declarations.variables, variable.name, variable, override && mergeVariable);
        return;
      }
      case 'locals':
        this.#readLocals(block, override);
        return;
      case 'output': {
        this.#checkName(block, 'output');
        const output = readOutput(block, messages, override);
        declarations.add(declarations.outputs, output.name, output, override && mergeOutput);
        return;
      }
      case 'module': {
        this.#checkName(block, 'module instance');
        const call = readModuleCall(block, messages, override);
        declarations.add(declarations.calls, call.name, call, override && mergeCall);
        return;
      }
      case 'resource':
      case 'data':
      case 'ephemeral': {
        this.#checkName(block, 'resource', 1);
        const resource = readResource(block, syntax, messages);
        declarations.add(declarations.resources, resource.key, resource, override && mergeResource);
        return;
      }
      case 'check': {
        const check = readCheck(block, syntax, messages);
        if (check.data !== undefined) declarations.add(declarations.resources, check.data.key, check.data, false);
        declarations.addCheck(check);
        return;
      }
      case 'moved':
        pushPresent(this.#moved, readMoved(block, messages));
        return;
      case 'import':
        pushPresent(this.#imports, readImport(block, messages));
        return;
      case 'removed':
        pushPresent(this.#removed, readRemoved(block, messages));
        return;
    }
  }

  #readLocals(block: BodyBlock, override: boolean): void {
    const { attributes, diagnostics } = block.body.justAttributes();
    this.#messages.push(...diagnostics.map(messageOf));
    const declarations = this.#declarations;
    for (const { name, value, source, range, nameRange } of attributes.values()) {
      if (!isIdentifier(name)) {
        this.#messages.push(errorMessage(placeOf(source, nameRange), 'Invalid local value name', BAD_NAME));
      }
      const local = { name, value: configExpression(value, this.#messages), at: placeOf(source, range) };
      declarations.add(declarations.locals, name, local, override && ((_, changed) => changed));
    }
  }

  #checkName(block: BodyBlock, what: string, label = 0): void {
    const name = block.labels[label] ?? '';
    if (isIdentifier(name)) return;
    const at = placeOf(block.source, block.labelRanges[label] ?? block.headerRange);
    this.#messages.push(errorMessage(at, `Invalid ${what} name`, BAD_NAME));
  }

  finish(folder: string): ModuleConfig {
    const { variables, locals, outputs, resources, calls, providers, requiredProviders, checks } = this.#declarations;
    return {
      folder,
      variables: new Map(
        variables.items.entries().map(([name, variable]) => [name, checkFallback(variable, this.#messages)]),
      ),
      locals: locals.items,
      outputs: outputs.items,
      resources: resources.items,
      calls: calls.items,
      providers: providers.items,
      requiredProviders,
      requiredVersions: this.#requiredVersions,
      checks,
      moved: this.#moved,
      imports: Map.groupBy(this.#imports, ({ target }) => target),
      removed: this.#removed,
    };
  }
}

function pushPresent<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

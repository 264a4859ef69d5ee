import { formatRange } from '@tollgate/hcl';
import type { SourceTree } from '../tree/index.ts';
import type { ModuleCall } from './config/module-call.ts';
import type { ModuleConfig } from './config/module-config.ts';
import { readModule } from './config/read-module.ts';
import { errorMessage, type Message } from './message.ts';
import { type ModuleManifest, readManifest } from './module-manifest.ts';
import { resolveFolder } from './module-path.ts';

/** Modules may call each other so deep. */
export const MAX_MODULE_DEPTH = 50;
/** A configuration may call so many modules, each call counted once for each way that leads to it. */
export const MAX_MODULE_CALLS = 10_000;

/** A module at one place of the tree of calls. */
export interface ModuleNode {
  /** The names of the calls that lead to it; empty for the root. */
  readonly path: readonly string[];
  /** `module.a.module.b`; empty for the root. */
  readonly address: string;
  readonly config: ModuleConfig;
  readonly parent: ModuleNode | undefined;
  readonly call: ModuleCall | undefined;
  /** By the name of the call. */
  readonly children: ReadonlyMap<string, ModuleNode | MissingModule>;
}

/** A module whose configuration is not at hand. */
export interface MissingModule {
  readonly missing: string;
}

/** isMissing tells whether the configuration of a module is not at hand. */
export function isMissing(module: ModuleNode | MissingModule): module is MissingModule {
  return 'missing' in module;
}

/** The modules of a configuration. */
export interface ModuleTree {
  readonly root: ModuleNode;
  /** All modules, callers before those they call. */
  readonly modules: readonly ModuleNode[];
  readonly messages: readonly Message[];
  /** What is not evaluated, for people: calls of modules that are not at hand. */
  readonly notices: readonly Message[];
}

/** loadModules reads the module in a folder and all that it calls. Undefined when there is no such folder. */
export function loadModules(tree: SourceTree, folder: string, openTofu: boolean): ModuleTree | undefined {
  return new ModuleLoader(tree, folder, openTofu).load();
}

/** Each folder is read once, however many calls lead to it. */
class ModuleLoader {
  readonly #tree: SourceTree;
  readonly #folder: string;
  readonly #openTofu: boolean;
  readonly #configs = new Map<string, ModuleConfig | undefined>();
  readonly #messages: Message[] = [];
  readonly #notices: Message[] = [];
  readonly #modules: ModuleNode[] = [];
  /** It has been said that there are too many modules. */
  #full = false;
  #manifest: ModuleManifest | undefined;

  constructor(tree: SourceTree, folder: string, openTofu: boolean) {
    this.#tree = tree;
    this.#folder = folder;
    this.#openTofu = openTofu;
  }

  load(): ModuleTree | undefined {
    const config = this.#configIn(this.#folder);
    if (config === undefined) return undefined;
    const root = this.#node([], config, undefined, undefined);
    return { root, modules: this.#modules, messages: this.#messages, notices: this.#notices };
  }

  #configIn(folder: string): ModuleConfig | undefined {
    if (!this.#configs.has(folder)) {
      this.#configs.set(folder, readModule(this.#tree, folder, this.#openTofu, this.#messages));
    }
    return this.#configs.get(folder);
  }

  #node(
    path: readonly string[],
    config: ModuleConfig,
    parent: ModuleNode | undefined,
    call: ModuleCall | undefined,
  ): ModuleNode {
    const children = new Map<string, ModuleNode | MissingModule>();
    const address = path.map((name) => `module.${name}`).join('.');
    const node: ModuleNode = { path, address, config, parent, call, children };
    this.#modules.push(node);
    for (const child of config.calls.values()) children.set(child.name, this.#child(node, child));
    return node;
  }

  #child(parent: ModuleNode, call: ModuleCall): ModuleNode | MissingModule {
    const path = [...parent.path, call.name];
    const address = path.map((name) => `module.${name}`).join('.');
    if (call.source !== undefined && !/[/:]/.test(call.source) && !/^\.\.?$/.test(call.source)) {
      const detail = `"${call.source}" is no address of a module. The path of a folder begins with ./ or ../, and an address in a registry has three parts.`;
      this.#messages.push(errorMessage(call.sourceAt, 'Invalid module source address', detail));
      return { missing: `its source "${call.source}" is no address` };
    }
    const folder = this.#folderOf(parent, call, path);
    if (typeof folder !== 'string') {
      const detail = `${address} is not evaluated: ${folder.missing}. What it gives out is unknown.`;
      this.#notices.push({ severity: 'warning', summary: 'Module not at hand', detail, at: call.sourceAt });
      return folder;
    }
    const refuse = (summary: string, detail: string): MissingModule => {
      this.#messages.push(errorMessage(call.sourceAt, summary, detail));
      return { missing: `${address} could not be read` };
    };
    for (let above: ModuleNode | undefined = parent; above !== undefined; above = above.parent) {
      if (above.config.folder !== folder) continue;
      const shown = folder === '' ? 'the root folder' : folder;
      return refuse(
        'Module calls itself',
        `${address} has the source ${shown}, which is among the modules that call it.`,
      );
    }
    if (path.length > MAX_MODULE_DEPTH) {
      return refuse('Modules nested too deeply', `${address} is more than ${MAX_MODULE_DEPTH} calls below the root.`);
    }
    if (this.#modules.length >= MAX_MODULE_CALLS) {
      if (this.#full) return { missing: 'there are too many modules' };
      this.#full = true;
      return refuse('Too many modules', `With ${address} there are more than ${MAX_MODULE_CALLS} modules.`);
    }
    const config = this.#configIn(folder);
    if (config !== undefined) return this.#node(path, config, parent, call);
    const where = formatRange(call.at.source, call.at.range).replace(/,.*/, '');
    return refuse(
      'Unreadable module directory',
      `The directory ${folder} could not be read for module "${call.name}" at ${where}.`,
    );
  }

  /** The folder of a called module, or why there is none. */
  #folderOf(parent: ModuleNode, { source }: ModuleCall, path: readonly string[]): string | MissingModule {
    if (source === undefined) return { missing: 'it has no source' };
    if (source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..') {
      const folder = resolveFolder(parent.config.folder, source);
      return folder ?? { missing: `its source ${source} is outside of the repository` };
    }
    this.#manifest ??= readManifest(this.#tree, this.#folder);
    const installed = this.#manifest.get(path.join('.'));
    const folder = installed === undefined ? undefined : resolveFolder(this.#folder, installed);
    if (folder !== undefined && this.#configIn(folder) !== undefined) return folder;
    return { missing: `its source ${source} is not in the repository, and not installed in .terraform/modules` };
  }
}

import { formatRange } from '@tollgate/hcl';
import { LIMIT_EXCEEDED } from '../../expressions/index.ts';
import type { Value } from '../../values/index.ts';
import type { ValidGraph } from '../graph/validate.ts';
import { errorMessage, type Message, type Place } from '../message.ts';
import type { ModuleNode } from '../module-tree.ts';
import type { EvaluateOptions } from '../options.ts';
import { findAskedNames } from './asked-names.ts';
import type { ModuleRun, SharedRun } from './module-run.ts';

/** A configuration may have so many resources. */
export const MAX_RESOURCES = 200_000;
/** A configuration may have so many module instances. */
export const MAX_MODULE_INSTANCES = 50_000;

/** So many expressions are said to exceed a limit. */
const MAX_LIMIT_MESSAGES = 10;

/** What all modules of an evaluation share: messages, limits, and what was found out before. */
export class EvaluationShared implements SharedRun {
  readonly messages: Message[] = [];
  readonly notices: Message[] = [];
  readonly runs = new Map<ModuleNode, ModuleRun[]>();
  readonly certainReasons = new Set<string>();
  readonly rootVariables: ReadonlyMap<string, Value>;
  readonly keepPlaces: boolean;
  readonly purpose: SharedRun['purpose'];
  readonly #graph: ValidGraph;
  readonly #seen = new Set<string>();
  #askedNames: ReadonlySet<string> | undefined;
  #silent = false;
  #limits = 0;
  #errors = 0;
  #resources = 0;
  #instances = 0;
  #tooManyModules = false;

  constructor(
    graph: ValidGraph,
    rootVariables: ReadonlyMap<string, Value>,
    { places = false }: EvaluateOptions,
    purpose: SharedRun['purpose'],
  ) {
    this.#graph = graph;
    this.rootVariables = rootVariables;
    this.keepPlaces = places;
    this.purpose = purpose;
  }

  enter(run: ModuleRun): void {
    const runs = this.runs.get(run.node);
    if (runs === undefined) this.runs.set(run.node, [run]);
    else runs.push(run);
  }

  /** What many instances have in common is said once. */
  report(message: Message): void {
    if (message.severity === 'error') this.#errors++;
    if (this.#silent || !this.#isNew(message)) return;
    // What all expressions may use up together is used up for the others, too.
    if (message.summary === LIMIT_EXCEEDED && this.#limits++ >= MAX_LIMIT_MESSAGES) return;
    this.messages.push(message);
  }

  /**
   * Evaluates a declaration. What is wrong with it is not reported when it needs something that is wrong already. Gives
   * whether something is wrong.
   */
  attempt(silent: boolean, evaluate: () => void): boolean {
    const before = this.#errors;
    this.#silent = silent;
    evaluate();
    this.#silent = false;
    return this.#errors > before;
  }

  notice(message: Message): void {
    if (this.#isNew(message)) this.notices.push(message);
  }

  #isNew({ summary, detail, at }: Message): boolean {
    const where = at === undefined ? '' : `${at.source.file}:${at.range.start}-${at.range.end}`;
    const key = `${where}\n${summary}\n${detail}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  whyNot(node: ModuleNode, key: string): string | undefined {
    return this.#graph.broken.get(node)?.get(key);
  }

  admitResource(at: Place): boolean {
    this.#resources++;
    if (this.#resources <= MAX_RESOURCES) return true;
    if (this.#resources === MAX_RESOURCES + 1) {
      const detail = `At ${formatRange(at.source, at.range)} there are more than ${MAX_RESOURCES} resources. Those that follow are not evaluated.`;
      this.report(errorMessage(at, 'Too many resources', detail));
    }
    return false;
  }

  admitModules(count: number, at: Place): boolean {
    if (this.#instances + count <= MAX_MODULE_INSTANCES) {
      this.#instances += count;
      return true;
    }
    if (this.#tooManyModules) return false;
    this.#tooManyModules = true;
    const detail = `With this call there are more than ${MAX_MODULE_INSTANCES} instances of modules. One stands for all of its instances.`;
    this.report(errorMessage(at, 'Too many module instances', detail));
    return false;
  }

  get askedNames(): ReadonlySet<string> {
    this.#askedNames ??= findAskedNames(this.#graph);
    return this.#askedNames;
  }
}

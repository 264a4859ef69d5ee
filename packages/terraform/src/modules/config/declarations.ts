import { formatRange } from '@tollgate/hcl';
import { errorMessage, type Message, type Place } from '../message.ts';
import type { Check } from './check.ts';
import type { ModuleCall } from './module-call.ts';
import type { Local } from './module-config.ts';
import type { Output } from './output.ts';
import type { ProviderBlock } from './provider.ts';
import type { Resource } from './resource.ts';
import type { RequiredProvider } from './terraform-block.ts';
import type { Variable } from './variable.ts';

interface Declared {
  readonly at: Place;
}

/** Declarations of one kind, with what is said of one that is declared twice, or overridden without being there. */
interface Kind<T extends Declared> {
  readonly items: Map<string, T>;
  readonly duplicate: (item: T, where: string) => readonly [summary: string, detail: string];
  readonly missing: (item: T) => readonly [summary: string, detail: string] | undefined;
}

function kind<T extends Declared>(duplicate: Kind<T>['duplicate'], missing: Kind<T>['missing']): Kind<T> {
  return { items: new Map(), duplicate, missing };
}

/** The declarations of a module while it is read. Each name may be declared once; override files change what is there. */
export class Declarations {
  readonly #messages: Message[];
  readonly variables = kind<Variable>(
    ({ name }, where) => [
      'Duplicate variable declaration',
      `A variable named "${name}" was already declared at ${where}. Variable names must be unique within a module.`,
    ],
    ({ name }) => [
      'Missing base variable declaration to override',
      `There is no variable named "${name}". An override file can only override a variable that was already declared in a primary configuration file.`,
    ],
  );
  readonly locals = kind<Local>(
    ({ name }, where) => [
      'Duplicate local value definition',
      `A local value named "${name}" was already defined at ${where}. Local value names must be unique within a module.`,
    ],
    ({ name }) => [
      'Missing base local value definition to override',
      `There is no local value named "${name}". An override file can only override a local value that was already defined in a primary configuration file.`,
    ],
  );
  readonly outputs = kind<Output>(
    ({ name }, where) => [
      'Duplicate output definition',
      `An output named "${name}" was already defined at ${where}. Output names must be unique within a module.`,
    ],
    ({ name }) => [
      'Missing base output definition to override',
      `There is no output named "${name}". An override file can only override an output that was already defined in a primary configuration file.`,
    ],
  );
  readonly calls = kind<ModuleCall>(
    ({ name }, where) => [
      'Duplicate module call',
      `A module call named "${name}" was already defined at ${where}. Module calls must have unique names within a module.`,
    ],
    ({ name }) => [
      'Missing module call to override',
      `There is no module call named "${name}". An override file can only override a module call that was defined in a primary configuration file.`,
    ],
  );
  readonly resources = kind<Resource>(
    ({ mode, type, name }, where) => [
      `Duplicate ${mode === 'managed' ? 'resource' : mode} "${type}" configuration`,
      `A ${type} ${resourceWord(mode)} named "${name}" was already declared at ${where}. Resource names must be unique per type in each module.`,
    ],
    ({ mode, type, name }) => [
      `Missing ${resourceWord(mode)} to override`,
      `There is no ${type} ${resourceWord(mode)} named "${name}". An override file can only override a ${mode === 'managed' ? 'resource' : mode} block defined in a primary configuration file.`,
    ],
  );
  readonly providers = kind<ProviderBlock>(
    ({ name, alias }, where) => [
      'Duplicate provider configuration',
      alias === undefined
        ? `A default (non-aliased) provider configuration for "${name}" was already given at ${where}. If multiple configurations are required, set the "alias" argument for alternative configurations.`
        : `A provider configuration for "${name}" with alias "${alias}" was already given at ${where}. Each configuration for the same provider must have a distinct alias.`,
    ],
    () => undefined,
  );
  readonly requiredProviders = new Map<string, RequiredProvider>();
  readonly checks = new Map<string, Check>();

  constructor(messages: Message[]) {
    this.#messages = messages;
  }

  /** Adds a declaration. With `merge`, it comes from an override file and changes the one that is there. */
  add<T extends Declared>(
    { items, duplicate, missing }: Kind<T>,
    key: string,
    item: T,
    merge: ((base: T, override: T) => T) | false,
  ): void {
    const existing = items.get(key);
    if (merge === false) {
      if (existing === undefined) items.set(key, item);
      else this.#report(item, duplicate(item, formatRange(existing.at.source, existing.at.range)));
      return;
    }
    if (existing !== undefined) {
      items.set(key, merge(existing, item));
      return;
    }
    const complaint = missing(item);
    if (complaint === undefined) items.set(key, item);
    else this.#report(item, complaint);
  }

  addCheck(check: Check): void {
    const existing = this.checks.get(check.name);
    if (existing === undefined) {
      this.checks.set(check.name, check);
      return;
    }
    const where = formatRange(existing.at.source, existing.at.range);
    const detail = `A check block named "${check.name}" was already declared at ${where}. Check blocks must be unique within each module.`;
    this.#report(check, [`Duplicate check "${check.name}" configuration`, detail]);
  }

  /** A later requirement counts: override files may change it. */
  requireProvider(required: RequiredProvider): void {
    this.requiredProviders.set(required.name, required);
  }

  #report({ at }: Declared, [summary, detail]: readonly [string, string]): void {
    this.#messages.push(errorMessage(at, summary, detail));
  }
}

function resourceWord(mode: Resource['mode']): string {
  return mode === 'managed' ? 'resource' : `${mode} resource`;
}

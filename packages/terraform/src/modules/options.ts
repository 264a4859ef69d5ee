import { isConfigurationName, isOpenTofuName } from '../source/configuration-names.ts';
import type { SourceTree } from '../tree/index.ts';
import type { VariableInputs } from './input/variable-inputs.ts';

/** How a configuration is evaluated. */
export interface EvaluateOptions {
  /** The folder of the root module, from the root of the tree; the root itself unless told. */
  readonly folder?: string;
  /** Values of variables from outside of the configuration. */
  readonly variables?: VariableInputs;
  /**
   * A variable without value and a module that is not made for the release whose rules are followed are errors, as they
   * are for Terraform. Unless told they are worth a warning: whoever looks at a change may not have the values of each
   * environment, and the value of the variable is unknown then.
   */
  readonly strict?: boolean;
  /** `default` unless told. */
  readonly workspace?: string;
  /** The absolute path of the root module's folder where Terraform would run; without it `path.cwd` is unknown. */
  readonly workingDirectory?: string;
  /** The home folder of the user who would run Terraform; without it paths that begin with `~` are unknown. */
  readonly homeDirectory?: string;
  /** The time of the plan; without it `plantimestamp()` is unknown. */
  readonly planTime?: Date;
  /** What `timestamp()` and `uuid()` give in expressions of the console; elsewhere, and without it, they are unknown. */
  readonly volatile?: { readonly now: () => Date; readonly uuid: () => string };
  /**
   * The configuration is for OpenTofu: all `.tofu` files count, and its functions can be called. Unless told, it is when the
   * root module has `.tofu` files and no others; with both, it may be either's.
   */
  readonly openTofu?: boolean;
  /** List where attributes and nested blocks of resources are written. */
  readonly places?: boolean;
}

/** withOpenTofu settles whether a configuration is for OpenTofu. */
export function withOpenTofu(tree: SourceTree, options: EvaluateOptions): EvaluateOptions {
  const entries = tree.listFolder(options.folder ?? '') ?? [];
  const names = entries
    .filter(({ name, kind }) => kind === 'file' && isConfigurationName(name))
    .map(({ name }) => name);
  const found = names.length > 0 && names.every(isOpenTofuName);
  return { ...options, openTofu: options.openTofu ?? found };
}

import type { Place } from '../message.ts';
import type { Check } from './check.ts';
import type { ConfigExpression } from './config-expression.ts';
import type { ModuleCall } from './module-call.ts';
import type { Output } from './output.ts';
import type { ProviderBlock } from './provider.ts';
import type { Import, Moved, Removed } from './refactoring.ts';
import type { Resource } from './resource.ts';
import type { RequiredProvider, RequiredVersion } from './terraform-block.ts';
import type { Variable } from './variable.ts';

/** One value of a `locals` block. */
export interface Local {
  readonly name: string;
  readonly value: ConfigExpression;
  readonly at: Place;
}

/** What the configuration in one folder declares, overrides applied. Of what is declared twice, the first counts. */
export interface ModuleConfig {
  /** From the root of the tree. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly locals: ReadonlyMap<string, Local>;
  readonly outputs: ReadonlyMap<string, Output>;
  /** By the name by which the module refers to it: `aws_instance.web`, `data.aws_ami.x`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** By `aws` or `aws.west`. */
  readonly providers: ReadonlyMap<string, ProviderBlock>;
  readonly requiredProviders: ReadonlyMap<string, RequiredProvider>;
  readonly requiredVersions: readonly RequiredVersion[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly moved: readonly Moved[];
  /** By the address that they bring something under, without keys of instances. */
  readonly imports: ReadonlyMap<string, readonly Import[]>;
  readonly removed: readonly Removed[];
}

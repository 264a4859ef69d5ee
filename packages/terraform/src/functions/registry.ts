import { COLLECTION_FUNCTIONS } from './collection.ts';
import { CSV_FUNCTIONS } from './csv.ts';
import { DATETIME_FUNCTIONS } from './datetime.ts';
import { ENCODING_FUNCTIONS, OPENTOFU_ENCODING_FUNCTIONS } from './encoding.ts';
import { FILESYSTEM_FUNCTIONS } from './filesystem.ts';
import { FORMAT_FUNCTIONS } from './format.ts';
import type { FunctionSpec } from './function-spec.ts';
import { HASH_FUNCTIONS } from './hash.ts';
import { IP_FUNCTIONS, OPENTOFU_IP_FUNCTIONS } from './ip-network.ts';
import { JSON_FUNCTIONS } from './json.ts';
import { LENGTH_FUNCTION } from './length.ts';
import { MAPPING_FUNCTIONS } from './mapping.ts';
import { NUMERIC_FUNCTIONS } from './numeric.ts';
import { REGEX_FUNCTIONS } from './regex.ts';
import { SEQUENCE_FUNCTIONS } from './sequence.ts';
import { SET_FUNCTIONS } from './set.ts';
import { STRING_FUNCTIONS } from './string.ts';
import { TEMPLATE_FUNCTIONS } from './template.ts';
import { TERRAFORM_PROVIDER_FUNCTIONS } from './terraform-provider.ts';
import { CONVERSION_FUNCTIONS, TYPE_FUNCTION } from './type-conversion.ts';
import { YAML_FUNCTIONS } from './yaml.ts';

const TERRAFORM: readonly FunctionSpec[] = [
  ...COLLECTION_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...CSV_FUNCTIONS,
  ...DATETIME_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...FILESYSTEM_FUNCTIONS,
  ...FORMAT_FUNCTIONS,
  ...HASH_FUNCTIONS,
  ...IP_FUNCTIONS,
  ...JSON_FUNCTIONS,
  LENGTH_FUNCTION,
  ...MAPPING_FUNCTIONS,
  ...NUMERIC_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...SEQUENCE_FUNCTIONS,
  ...SET_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...TEMPLATE_FUNCTIONS,
  ...YAML_FUNCTIONS,
];

const OPENTOFU: readonly FunctionSpec[] = [...OPENTOFU_ENCODING_FUNCTIONS, ...OPENTOFU_IP_FUNCTIONS];

/**
 * The functions that look at their arguments as expressions, not as values: the evaluator has them. They are named here
 * because they are functions for everybody else.
 */
export const EXPRESSION_FUNCTION_NAMES = ['can', 'try'] as const;

/** Which functions there are. */
export interface RegistryOptions {
  /** Also those that OpenTofu has and Terraform lacks. */
  readonly openTofu?: boolean;
  /** Also the `type` function of the console. */
  readonly console?: boolean;
}

/** Functions by the name by which they are called. */
export type FunctionRegistry = ReadonlyMap<string, FunctionSpec>;

/**
 * functionRegistry gives the functions of Terraform 1.11 that expressions can call, each also with `core::` before its
 * name. `can` and `try` are not among them.
 */
export function functionRegistry(options: RegistryOptions = {}): FunctionRegistry {
  const specs = [...TERRAFORM, ...(options.openTofu ? OPENTOFU : []), ...(options.console ? [TYPE_FUNCTION] : [])];
  return new Map([
    ...specs.map((spec) => [spec.name, spec] as const),
    ...specs.map((spec) => [`core::${spec.name}`, spec] as const),
  ]);
}

/** terraformProviderFunctions gives the functions of the built-in provider by their names within it. */
export function terraformProviderFunctions(): FunctionRegistry {
  return new Map(TERRAFORM_PROVIDER_FUNCTIONS.map((spec) => [spec.name, spec]));
}

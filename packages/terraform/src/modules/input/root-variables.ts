import { parseExpression } from '@tollgate/hcl';
import type { SourceTree } from '../../tree/index.ts';
import { isPrimitive, stringValue, type Value } from '../../values/index.ts';
import { evaluateConstant } from '../config/evaluate-constant.ts';
import type { ModuleConfig } from '../config/module-config.ts';
import type { Variable } from '../config/variable.ts';
import { errorMessage, type Message, messageOf } from '../message.ts';
import { joinFolder } from '../module-path.ts';
import { suitValue } from '../run/variable-run.ts';
import type { VariableInputs } from './variable-inputs.ts';
import { type GivenValue, readVariablesFile } from './variables-file.ts';

/** What is needed to find the values of root variables. */
export interface RootVariables {
  readonly tree: SourceTree;
  readonly config: ModuleConfig;
  readonly inputs: VariableInputs;
  /** A variable without a value is an error, not only worth a warning. */
  readonly required: boolean;
}

/** Values of root variables, converted. Terraform finds out later which are unsuitable than which are not to be understood. */
export interface GivenVariables {
  readonly values: ReadonlyMap<string, Value>;
  readonly messages: readonly Message[];
  readonly unsuitable: readonly Message[];
}

/**
 * rootVariables gives the values of the variables of the root module that come from outside, converted. From weak to strong:
 * the environment, `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` in the order of
 * their names, then the arguments in their order.
 */
export function rootVariables(options: RootVariables): GivenVariables {
  const { config } = options;
  const messages: Message[] = [];
  const unsuitable: Message[] = [];
  const given = new InputReader(options, messages).read();
  const values = new Map<string, Value>();
  for (const variable of config.variables.values()) {
    const input = given.get(variable.name);
    if (input === undefined) {
      if (variable.fallback === undefined) messages.push(noValue(variable, options.required));
      continue;
    }
    const suited = suitValue(input.value, variable, `var.${variable.name}`);
    if (suited.ok) values.set(variable.name, suited.value);
    else unsuitable.push(errorMessage(input.at ?? variable.at, suited.summary, suited.detail));
  }
  return { values, messages, unsuitable };
}

function noValue({ name, at }: Variable, required: boolean): Message {
  return {
    severity: required ? 'error' : 'warning',
    summary: 'No value for required variable',
    detail: `The root module input variable "${name}" is not set, and has no default value. Use a -var or -var-file command line argument to provide a value for this variable.`,
    at,
  };
}

class InputReader {
  readonly #options: RootVariables;
  readonly #messages: Message[];
  readonly #given = new Map<string, GivenValue>();

  constructor(options: RootVariables, messages: Message[]) {
    this.#options = options;
    this.#messages = messages;
  }

  read(): ReadonlyMap<string, GivenValue> {
    const { config, inputs, tree } = this.#options;
    for (const variable of config.variables.values()) {
      const text = inputs.environment?.[`TF_VAR_${variable.name}`];
      if (text !== undefined) this.#setText(variable, text, `<value for var.${variable.name}>`);
    }
    for (const name of automaticFiles(tree, config.folder)) this.#readFile(joinFolder(config.folder, name));
    for (const argument of inputs.arguments ?? []) {
      if (argument.kind === 'file') this.#readFile(argument.path);
      else this.#setArgument(argument.name, argument.text);
    }
    return this.#given;
  }

  #setArgument(name: string, text: string): void {
    const variable = this.#options.config.variables.get(name);
    if (variable !== undefined) {
      this.#setText(variable, text, `<value for var.${name}>`);
      return;
    }
    const detail = `A variable named "${name}" was assigned on the command line, but the root module does not declare a variable of that name. To use this value, add a "variable" block to the configuration.`;
    this.#messages.push(errorMessage(undefined, 'Value for undeclared variable', detail));
  }

  /** A text is an expression, unless the variable is a string, number or bool, or says nothing of its type. */
  #setText({ name, constraint }: Variable, text: string, file: string): void {
    if (constraint === undefined || isPrimitive(constraint.type)) {
      this.#given.set(name, { value: stringValue(text), at: undefined });
      return;
    }
    const { source, expression, diagnostics } = parseExpression(text, { file });
    const result = evaluateConstant(expression, source);
    const problems = [...diagnostics, ...(diagnostics.length > 0 ? [] : result.diagnostics)];
    this.#messages.push(...problems.map(messageOf));
    if (problems.length === 0) this.#given.set(name, { value: result.value, at: undefined });
  }

  #readFile(path: string): void {
    const bytes = this.#options.tree.readFile(path);
    if (bytes === undefined) {
      const detail = `Given variables file ${path} does not exist.`;
      this.#messages.push(errorMessage(undefined, 'Failed to read variables file', detail));
      return;
    }
    for (const [name, given] of readVariablesFile(path, bytes, this.#messages)) {
      if (this.#options.config.variables.has(name)) this.#given.set(name, given);
      else this.#messages.push(undeclared(name, path, given));
    }
  }
}

function undeclared(name: string, path: string, { at }: GivenValue): Message {
  return {
    severity: 'warning',
    summary: 'Value for undeclared variable',
    detail: `The root module does not declare a variable named "${name}" but a value was found in file "${path}". If you meant to use this value, add a "variable" block to the configuration.`,
    at,
  };
}

/** automaticFiles gives the names of the variables files in a folder that Terraform reads without being told. */
export function automaticFiles(tree: SourceTree, folder: string): readonly string[] {
  const names = (tree.listFolder(folder) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name);
  return [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)),
  ];
}

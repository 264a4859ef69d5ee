import { Option } from 'commander';
import { type VariableOption, variableOption } from '../evaluation/variable-options.ts';

/** How a folder of configuration is evaluated, as options of a command. */
export interface ConfigurationOptions {
  readonly workspace?: string;
  readonly ref?: string;
  readonly source?: string;
}

/**
 * The options of commands that evaluate a folder, or read a plan. Variables come out in one list: of two values for a variable,
 * the one that is given last counts.
 */
export function configurationOptions(): {
  readonly options: readonly Option[];
  readonly variables: readonly VariableOption[];
} {
  const variables: VariableOption[] = [];
  const add = (option: VariableOption) => variables.push(option);
  return {
    variables,
    options: [
      new Option('--var <name=value>', 'value of a variable; may be given many times').argParser((text) =>
        add(variableOption(text)),
      ),
      new Option('--var-file <file>', 'file of variables; may be given many times').argParser((file) =>
        add({ kind: 'file', file }),
      ),
      new Option('--workspace <name>', 'name of the workspace'),
      new Option('--ref <commit>', 'read the folder as it is in a commit, without a checkout'),
      new Option(
        '--source <folder>',
        'for a plan: root module that it was made from, so that findings name file and line',
      ),
    ],
  };
}

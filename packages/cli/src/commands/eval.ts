import { toJson } from '@tollgate/reporting';
import {
  type Evaluation,
  type ExpressionResults,
  evaluateExpressions,
  evaluateModule,
  evaluationOfPlan,
  locateResources,
  type PlanEvaluation,
  readPlanFile,
} from '@tollgate/terraform';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { diagnosticsText } from '../evaluation/diagnostic-text.ts';
import { evaluationText } from '../evaluation/evaluation-text.ts';
import { readExpressionList } from '../evaluation/expression-list.ts';
import { expressionsText } from '../evaluation/expression-text.ts';
import { openConfiguration } from '../evaluation/open-configuration.ts';
import { type OpenedFolder, openFolder } from '../evaluation/open-folder.ts';
import { renameFiles } from '../evaluation/rename-files.ts';
import { sourceLines } from '../evaluation/source-lines.ts';
import { type VariableOption, variableOption } from '../evaluation/variable-options.ts';
import { exitCodes } from '../exit-code.ts';
import { writeResult } from '../output.ts';
import { isPlan } from '../resources/read-resources.ts';
import type { Terminal } from '../terminal.ts';

interface EvalOptions {
  readonly workspace?: string;
  readonly ref?: string;
  readonly expressions?: string;
  readonly source?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate eval [DIR|PLAN]`: evaluates a configuration without Terraform, or shows a plan in the same way. */
export function evalCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  // One list for both options: of two values for a variable, the one that is given last counts.
  const variables: VariableOption[] = [];
  const add = (option: VariableOption) => variables.push(option);
  return new Command('eval')
    .argument('[path]', 'folder of a root module, or a plan as JSON; - reads a plan from standard input', '.')
    .addOption(
      new Option('--var <name=value>', 'value of a variable; may be given many times').argParser((text) =>
        add(variableOption(text)),
      ),
    )
    .addOption(
      new Option('--var-file <file>', 'file of variables; may be given many times').argParser((file) =>
        add({ kind: 'file', file }),
      ),
    )
    .option('--workspace <name>', 'name of the workspace')
    .option('--ref <commit>', 'evaluate the folder as it is in a commit, without a checkout')
    .option('--expressions <file>', 'evaluate expressions in that module: a JSON array of texts; - is standard input')
    .option('--source <folder>', 'for a plan: root module that it was made from, so that resources have file and line')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action(async (path: string, options: EvalOptions) => {
      if (isPlan(path)) {
        refuseFolderOptions(options, variables);
        evaluatePlan(path, options, terminal);
        return;
      }
      if (options.source !== undefined) throw new UsageError('--source goes with a plan; a folder has its own files.');
      const { workspace, ref, expressions } = options;
      const list = expressions === undefined ? undefined : readExpressionList(expressions);
      const folder = await openFolder(path, { workspace, ref, variables, mayBeEmpty: list !== undefined }, terminal);
      setExitCode(evaluateFolder(folder, list, options, terminal));
    });
}

function evaluateFolder(
  folder: OpenedFolder,
  expressions: readonly string[] | undefined,
  options: EvalOptions,
  terminal: Terminal,
): number {
  const { tree, title, nameOf } = folder;
  // Expressions too are worth nothing in a configuration with errors, which only its evaluation finds.
  const evaluation = evaluateModule(tree, folder.options);
  const text =
    expressions === undefined
      ? resultText(renameFiles(evaluation, nameOf), title, options, terminal)
      : expressionText(evaluateExpressions(tree, folder.options, expressions), options);
  writeResult(text, options.output, terminal);
  const { diagnostics } = evaluation;
  if (diagnostics.length > 0)
    terminal.writeError(diagnosticsText(diagnostics, { color: terminal.color, lineOf: sourceLines(tree), nameOf }));
  return diagnostics.some(({ severity }) => severity === 'error') ? exitCodes.failed : exitCodes.passed;
}

function evaluatePlan(path: string, options: EvalOptions, terminal: Terminal): void {
  const plan = readPlanFile(path);
  const { workingFolder } = terminal;
  const { tree, folder, nameOf } = openConfiguration({ folder: options.source ?? '.', ref: undefined, workingFolder });
  const evaluation = renameFiles(evaluationOfPlan(plan, locateResources(plan, { tree, folder })), nameOf);
  const version = plan.terraformVersion === null ? '' : ` (Terraform ${plan.terraformVersion})`;
  writeResult(resultText(evaluation, `Plan ${plan.file}${version}`, options, terminal), options.output, terminal);
}

function resultText(
  evaluation: Evaluation | PlanEvaluation,
  title: string,
  { format, output }: EvalOptions,
  { color }: Terminal,
): string {
  if (format === 'json') return toJson(evaluation);
  return evaluationText(evaluation, { title, color: color && output === undefined });
}

function expressionText(results: ExpressionResults, { format }: EvalOptions): string {
  return format === 'json' ? toJson(results) : expressionsText(results);
}

function refuseFolderOptions(options: EvalOptions, variables: readonly VariableOption[]): void {
  const given = [
    variables.length > 0 ? '--var and --var-file' : undefined,
    options.workspace === undefined ? undefined : '--workspace',
    options.ref === undefined ? undefined : '--ref',
    options.expressions === undefined ? undefined : '--expressions',
  ].find((name) => name !== undefined);
  if (given === undefined) return;
  throw new UsageError(
    `${given} cannot be used with a plan: Terraform has evaluated it already. Give a folder, or leave it out.`,
  );
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { editedBytes, type PlannedFixes, readFixPlan } from '@tollgate/resources';
import { requiredTagsDocument } from '@tollgate/tags';
import type { Evaluation } from '@tollgate/terraform';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { openConfiguration } from '../evaluation/open-configuration.ts';
import { type OpenedFolder, openFolder } from '../evaluation/open-folder.ts';
import { exitCodes } from '../exit-code.ts';
import { fixText } from '../fixes/fix-text.ts';
import { planAllFixes } from '../fixes/plan-all-fixes.ts';
import { nothingWritten, writeFiles } from '../fixes/write-files.ts';
import { writeResult } from '../output.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../policy/policy-options.ts';
import { type RequiredTagsOptions, requiredTagsOptions } from '../policy/required-tags-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import {
  type ProviderSchemaOptions,
  providerSchema,
  providerSchemaOption,
} from '../resources/provider-schema-option.ts';
import { refuseErrors } from '../resources/refuse-errors.ts';
import type { Terminal } from '../terminal.ts';

interface FixCommandOptions
  extends PolicyOptions,
    RequiredTagsOptions,
    RunOptions,
    ProviderSchemaOptions,
    ConfigurationOptions {
  readonly set: ReadonlyMap<string, string>;
  readonly only: readonly string[];
  readonly at?: 'resource' | 'provider';
  readonly shared?: boolean;
  readonly usageFile?: string;
  readonly write?: boolean;
  readonly plan?: string;
  readonly apply?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate fix [DIR]`: plans edits that mend what rules about tags and costs say, and makes them. */
export function fixCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('fix').argument('[folder]', 'folder of a root module', '.');
  const options = [
    ...policyOptions(),
    ...requiredTagsOptions(),
    new Option('--set <key=value>', 'value for a missing key; may be given many times')
      .default(new Map(), 'none')
      .argParser((text: string, given: ReadonlyMap<string, string>) => new Map([...given, valueOption(text)])),
    new Option(
      '--only <pattern>',
      'mend only resources with this address or type, * for any text; may be given many times',
    )
      .default([], 'all')
      .argParser((pattern: string, given: readonly string[]) => [...given, pattern]),
    new Option(
      '--at <place>',
      'where missing keys go; at the provider when all its resources lack the key, unless given',
    ).choices(['resource', 'provider']),
    new Option('--shared', 'also edit what resources without a violation share'),
    new Option('--usage-file <file>', 'what is billed by usage, for rules about costs'),
    new Option('--write', 'write the edits').conflicts(['plan', 'apply']),
    new Option('--plan <file>', 'write the plan as JSON to a file, for --apply').conflicts('apply'),
    new Option('--apply <file>', 'make the edits of a plan, and only if no file has changed since'),
    ...runOptions(),
    providerSchemaOption(),
    // The edits are of what is on disk.
    ...configuration.options.filter(({ long }) => long !== '--ref' && long !== '--source'),
    new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (folder: string, given: FixCommandOptions) => {
    const left =
      given.apply === undefined
        ? await fix(folder, given, configuration.variables, terminal)
        : apply(folder, given.apply, given.output, terminal);
    setExitCode(left === 0 ? exitCodes.passed : exitCodes.blocked);
  });
}

/** Plans, writes what is asked for, and gives how much is left. */
async function fix(
  folder: string,
  options: FixCommandOptions,
  variables: ReturnType<typeof configurationOptions>['variables'],
  terminal: Terminal,
): Promise<number> {
  const { requiredTags, onUnknown, policy, workspace, only, at = null, shared = false } = options;
  if (policy === undefined && requiredTags === undefined) {
    throw new UsageError(
      'There is nothing to judge by. Give policies with --policy, such as --policy policies, or tag keys with --required-tags.',
    );
  }
  const written = requiredTags === undefined ? [] : [requiredTagsDocument(requiredTags, onUnknown)];
  const set = await policySetOf(options, terminal, written);
  const opened = await openFolder(folder, { workspace, ref: undefined, variables, mayBeEmpty: false }, terminal);
  const request = {
    opened,
    set,
    run: await resourcesRun(options, terminal),
    options: opened.options,
    ...providerSchema(options, terminal),
    values: options.set,
    at,
    only,
    shared,
    usageFile: options.usageFile,
    onEvaluated: (evaluation: Evaluation) => refuseErrors(evaluation, opened),
  };
  const planned = await planAllFixes(request, terminal);
  const { plan } = planned;
  const json = `${JSON.stringify(plan, null, 2)}\n`;
  if (options.plan !== undefined) writeResult(json, resolve(terminal.workingFolder, options.plan), terminal);
  const isWritten = options.write === true && plan.files.length > 0;
  if (isWritten) write(rootOf(opened), plan.files);
  const color = options.output === undefined && terminal.color;
  const text = options.format === 'json' ? json : textOf(planned, opened, { isWritten, color });
  writeResult(text, options.output, terminal);
  return plan.summary.refused;
}

function textOf(
  planned: PlannedFixes,
  { nameOf }: OpenedFolder,
  options: { readonly isWritten: boolean; readonly color: boolean },
): string {
  return fixText(planned, { ...options, nameOf });
}

/** Runs exactly a plan that was written before, and gives how much it leaves. */
function apply(folder: string, planFile: string, output: string | undefined, terminal: Terminal): number {
  const opened = openConfiguration({ folder, ref: undefined, workingFolder: terminal.workingFolder });
  const read = readFixPlan(planText(resolve(terminal.workingFolder, planFile), planFile));
  if (!read.ok) {
    throw new UsageError(`Cannot run the plan ${planFile}: ${read.problem} Make it with tollgate fix --plan FILE.`);
  }
  const { files, refused } = read.value;
  write(rootOf(opened), files);
  const names = files.map(({ file }) => `  ${opened.nameOf(file)}\n`).join('');
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  writeResult(`Fixes: wrote ${count}, as planned in ${planFile}.\n${names}`, output, terminal);
  return refused;
}

function planText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`There is no plan ${name} that can be read. Make it with tollgate fix --plan ${name}.`);
  }
}

function write(root: string, files: PlannedFixes['plan']['files']): void {
  const edits = files.map((fix) => ({
    file: fix.file,
    edit: (bytes: Uint8Array) => {
      const edited = editedBytes(fix, bytes);
      if (!edited.ok) throw nothingWritten(edited.problem);
      return edited.value;
    },
  }));
  writeFiles(root, edits);
}

/** The root of the tree on disk, from which files are named. */
function rootOf({ folder, folderOnDisk }: Pick<OpenedFolder, 'folder' | 'folderOnDisk'>): string {
  return join(folderOnDisk, ...folder.split('/').flatMap((name) => (name === '' ? [] : ['..'])));
}

function valueOption(text: string): readonly [string, string] {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw new UsageError(
      `--set needs a key and a value, and "${text}" is none. Write for example --set Owner=platform.`,
    );
  }
  return [key.trim(), value];
}

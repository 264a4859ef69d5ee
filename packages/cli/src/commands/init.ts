import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { counted, toJson } from '@tollgate/reporting';
import { findRepository, folderTree, realPath, type SourceTree } from '@tollgate/terraform';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { askChoices, askToWrite } from '../init/ask.ts';
import { initReport } from '../init/init-report.ts';
import { nextText, planText, surveyText } from '../init/init-text.ts';
import { type Survey, surveyRepository } from '../init/look/survey.ts';
import { writeNewFiles } from '../init/new-files.ts';
import type { Choices } from '../init/plan/gate-setup.ts';
import { gateSetups } from '../init/plan/gate-setups.ts';
import { type InitPlan, planInit } from '../init/plan/init-plan.ts';
import { proposedKeyRules } from '../init/plan/key-rules.ts';
import { workflowFile } from '../init/plan/workflow.ts';
import { requiredTagsOptions } from '../policy/required-tags-options.ts';
import { openPriceFiles } from '../prices/price-files.ts';
import type { Terminal } from '../terminal.ts';

interface InitOptions {
  readonly gates?: readonly string[];
  readonly requiredTags?: readonly string[];
  readonly workflow: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly print?: string;
  readonly format: 'text' | 'json';
}

/** `tollgate init [FOLDER]`: writes a workflow, and the files of its gates, for the repository of a folder. */
export function initCommand(terminal: Terminal): Command {
  const names = gateSetups.map(({ name }) => name).join(',');
  const command = new Command('init').argument('[folder]', 'a folder of the repository', '.');
  const options = [
    new Option('--gates <names>', `gates to set up, separated by commas; ${names} unless given`).argParser(gateNames),
    ...requiredTagsOptions().filter(({ long }) => long === '--required-tags'),
    new Option('--no-workflow', 'write no workflow'),
    new Option('--yes', 'ask nothing'),
    new Option('--dry-run', 'show what would be written, and write nothing'),
    new Option('--print <file>', 'print one of the files as it would be written, and write nothing').conflicts(
      'dryRun',
    ),
    new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'),
  ];
  for (const option of options) command.addOption(option);
  return command.action((folder: string, given: InitOptions) => init(folder, given, terminal));
}

/** A repository that is to be set up. */
interface OpenedRepository {
  /** On disk, without links. */
  readonly top: string;
  readonly tree: SourceTree;
  readonly survey: Survey;
  /** How messages call a file: from the working folder. */
  readonly nameOf: (path: string) => string;
}

async function init(folder: string, options: InitOptions, terminal: Terminal): Promise<void> {
  const { print, format, dryRun = false } = options;
  const repository = await openRepository(folder, terminal);
  const { tree, survey, top, nameOf } = repository;
  const isAsked = options.yes !== true && !dryRun && print === undefined && format === 'text';
  if (isAsked && terminal.dialog !== undefined) return ask(repository, options, terminal, terminal.dialog);

  const plan = await planInit(survey, choicesOf(options, survey), tree);
  if (print !== undefined) {
    terminal.writeOut(textOf(print, plan, nameOf));
    return;
  }
  if (!dryRun) writeNew(top, plan);
  if (format === 'json') {
    terminal.writeOut(toJson(initReport(survey, plan, !dryRun)));
    return;
  }
  const title = dryRun ? 'To be written' : 'Written';
  const next = dryRun ? 'Nothing was written.\n' : nextText(plan, survey, nameOf);
  terminal.writeOut(`${surveyText(survey)}${planText(plan, { title, nameOf })}${next}`);
}

/** Shows what was found, asks what is wanted, shows what would be written, and asks whether to write it. */
async function ask(
  { tree, survey, top, nameOf }: OpenedRepository,
  options: InitOptions,
  terminal: Terminal,
  dialog: NonNullable<Terminal['dialog']>,
): Promise<void> {
  terminal.writeOut(surveyText(survey));
  const questions = { gates: options.gates === undefined, keyRules: options.requiredTags === undefined };
  const choices = await askChoices(dialog, survey, choicesOf(options, survey), questions);
  const plan = choices === null ? null : await planInit(survey, choices, tree);
  if (plan !== null) terminal.writeOut(`\n${planText(plan, { title: 'To be written', nameOf })}`);
  const files = plan?.files.filter(({ state }) => state === 'new').length ?? 0;
  if (plan === null || (files > 0 && !(await askToWrite(dialog, files)))) {
    terminal.writeOut('Nothing was written.\n');
    return;
  }
  writeNew(top, plan);
  terminal.writeOut(`Wrote ${counted(files, 'file')}.\n\n${nextText(plan, survey, nameOf)}`);
}

/** @throws UsageError when there is nothing to gate. */
async function openRepository(folder: string, terminal: Terminal): Promise<OpenedRepository> {
  const { workingFolder, environment, today } = terminal;
  const start = realPath(resolve(workingFolder, folder));
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`There is no folder ${folder}. Give a folder of the repository.`);
  }
  const found = findRepository(start);
  const top = found?.top ?? start;
  if (found?.gitDirectory === top) {
    throw new UsageError(`The repository ${folder} is bare: it has no files to look at. Run in a clone of it.`);
  }
  const tree = folderTree(top);
  const survey = await surveyRepository({
    tree,
    gitFolder: found === undefined ? null : gitFolderOf(found.gitDirectory),
    ownWorkflow: workflowFile,
    environment,
    prices: openPriceFiles(terminal),
    date: today,
  });
  if (survey.roots.length === 0) {
    throw new UsageError(
      `There is no Terraform configuration in ${folder === '.' ? 'this repository' : folder}, and nothing for a gate to judge. Run tollgate init when there is.`,
    );
  }
  const here = realPath(workingFolder);
  return { top, tree, survey, nameOf: (path) => relative(here, resolve(top, path)).split(sep).join('/') };
}

/** In a worktree or a submodule `.git` is a file, and the facts are elsewhere: then nothing is known of them. */
function gitFolderOf(gitDirectory: string): SourceTree {
  return statSync(gitDirectory).isDirectory()
    ? folderTree(gitDirectory)
    : { readFile: () => undefined, listFolder: () => undefined };
}

function choicesOf({ gates, requiredTags, workflow }: InitOptions, { providers }: Survey): Choices {
  return {
    gates: gates ?? gateSetups.map(({ name }) => name),
    keyRules:
      requiredTags === undefined
        ? proposedKeyRules(providers)
        : [{ provider: null, keys: requiredTags, level: 'hard-mandatory' }],
    workflow,
  };
}

function writeNew(top: string, { files }: InitPlan): void {
  writeNewFiles(
    top,
    files.filter(({ state }) => state === 'new'),
  );
}

/** @throws UsageError when the file is none of the plan. */
function textOf(wanted: string, { files }: InitPlan, nameOf: (path: string) => string): string {
  const file = files.find(({ path }) => path === wanted || nameOf(path) === wanted);
  if (file !== undefined) return file.text;
  const names = files.map(({ path }) => nameOf(path)).join(', ');
  throw new UsageError(
    `tollgate init would not write ${wanted}. ${names === '' ? 'It would write nothing.' : `Print one of these: ${names}.`}`,
  );
}

function gateNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  const known = gateSetups.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new UsageError(
    `--gates has "${unknown}", and the gates are ${known.join(', ')}. Write for example --gates ${known[0]}.`,
  );
}

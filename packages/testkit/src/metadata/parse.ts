import { basename } from 'node:path';
import { githubParsers } from './github-parsers.ts';
import type { Problem } from './problem.ts';

/**
 * parseAction reads an action.yml with GitHub's own parser: structure, `runs.using`, branding, expressions.
 * It needs no network. GitHub does not check the keys of a single input or output, and neither does this.
 */
export function parseAction(text: string, file: string): Promise<Problem[]> {
  return validate(text, file, 'action.yml');
}

/**
 * parseWorkflow reads a workflow with GitHub's own parser: structure, events, permissions, expressions and the contexts
 * they use. It needs no network, so that it does not know the inputs of other people's actions. Warnings of the
 * parser (a context that may not exist) are problems too.
 */
export function parseWorkflow(text: string, file: string): Promise<Problem[]> {
  return validate(text, file, `.github/workflows/${basename(file)}`);
}

let documents = 0;

async function validate(text: string, file: string, path: string): Promise<Problem[]> {
  const { service, TextDocument } = await githubParsers();
  // The language service keeps what it parsed by address and would answer a second text with the problems of the
  // first; the address also tells it whether the document is an action or a workflow.
  documents += 1;
  const document = TextDocument.create(`file:///${documents}/${path}`, 'yaml', 1, text);
  const diagnostics = await service.validate(document);
  return diagnostics.map(({ range, message }) => ({
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    message: firstParagraph(typeof message === 'string' ? message : message.value),
  }));
}

/** Messages about broken YAML go on with a drawing of the place, which the position says already. */
function firstParagraph(message: string): string {
  return message.split(/:?\n\n/)[0] ?? message;
}

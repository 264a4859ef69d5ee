import { TextDocument } from 'vscode-languageserver-textdocument';
import { withJsonImports } from '../json-imports.ts';

/** GitHub's own packages for reading workflows and action.yml files. */
export type GithubParsers = Awaited<ReturnType<typeof load>>;

let loaded: Promise<GithubParsers> | undefined;

/** githubParsers loads GitHub's packages the first time it is called; that takes about a tenth of a second. */
export function githubParsers(): Promise<GithubParsers> {
  loaded ??= load();
  return loaded;
}

function load() {
  return withJsonImports(async () => {
    const [service, parser, tokens] = await Promise.all([
      import('@actions/languageservice'),
      import('@actions/workflow-parser'),
      import('@actions/workflow-parser/templates/tokens/template-token'),
    ]);
    // The language service logs an exception of its own and then reports no problem at all; a check must not pass
    // like that, so the logger throws instead.
    service.registerLogger({ error: rethrow, warn: ignore, info: ignore, log: ignore });
    return { service, parser, traverse: tokens.TemplateToken.traverse, TextDocument };
  });
}

function rethrow(message: string): never {
  throw new Error(`The GitHub language service failed. ${message}`);
}

function ignore(): void {}

import { parse } from 'yaml';
import { withJsonImports } from '../json-imports.ts';
import { RunnerError } from './errors.ts';
import { mappingAt, type PlainMapping, toPlain } from './plain-data.ts';

const [workflows, actions, { ErrorPolicy }] = await withJsonImports(() =>
  Promise.all([
    import('@actions/workflow-parser'),
    import('@actions/workflow-parser/actions/index'),
    import('@actions/workflow-parser/model/convert'),
  ]),
);

/** parseWorkflowFile reads a workflow after GitHub's own parser accepted it; every mistake is reported with its place. */
export async function parseWorkflowFile(name: string, content: string): Promise<PlainMapping> {
  const parsed = workflows.parseWorkflow({ name, content }, new workflows.NoOperationTraceWriter());
  if (parsed.value !== undefined) {
    await workflows.convertWorkflowTemplate(parsed.context, parsed.value, undefined, {
      errorPolicy: ErrorPolicy.TryConversion,
    });
  }
  refuseMistakes(`The workflow ${name}`, parsed.context.errors.getErrors());
  return mappingAt(toPlain(parse(content), name), name);
}

/** parseActionFile reads an action.yml after GitHub's own parser accepted it; every mistake is reported with its place. */
export function parseActionFile(name: string, content: string): PlainMapping {
  const parsed = actions.parseAction({ name, content }, new workflows.NoOperationTraceWriter());
  if (parsed.value !== undefined) {
    actions.convertActionTemplate(parsed.context, parsed.value, { errorPolicy: ErrorPolicy.TryConversion });
  }
  refuseMistakes(`The action file ${name}`, parsed.context.errors.getErrors());
  return mappingAt(toPlain(parse(content), name), name);
}

function refuseMistakes(what: string, mistakes: readonly { message: string }[]): void {
  if (mistakes.length === 0) return;
  throw new RunnerError(`${what} is not valid:\n${mistakes.map((mistake) => `  ${mistake.message}`).join('\n')}`);
}

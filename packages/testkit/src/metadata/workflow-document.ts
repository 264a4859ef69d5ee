import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { githubParsers } from './github-parsers.ts';
import { type Permissions, readPermissions } from './permissions.ts';
import type { Position } from './problem.ts';
import { type StepOutput, stepOutputs } from './step-outputs.ts';

/** A name in a workflow and where it is. */
export interface Place extends Position {
  readonly text: string;
}

/** An input that a step gives; its value is undefined where it takes an expression to have it. */
export interface GivenInput extends Place {
  readonly value: string | undefined;
}

/** A step that uses an action. */
export interface ActionStep {
  readonly id: string | undefined;
  readonly uses: Place;
  readonly inputs: readonly GivenInput[];
}

/** One job, reduced to what it uses and what it may do. */
export interface Job {
  readonly id: Place;
  /** The block of the job or, without one, of the workflow. */
  readonly permissions: Permissions | undefined;
  readonly steps: readonly ActionStep[];
  /** The reusable workflow that the job calls instead of having steps. */
  readonly calls: Place | undefined;
  readonly outputs: readonly (StepOutput & Position)[];
}

/** readWorkflow reads the jobs of a workflow with GitHub's parser. A broken workflow has the jobs that can be read. */
export async function readWorkflow(text: string, file: string): Promise<Job[]> {
  const { parser, traverse } = await githubParsers();
  const { value: root } = parser.parseWorkflow({ name: file, content: text }, new parser.NoOperationTraceWriter());
  if (root === undefined || !parser.isMapping(root)) return [];
  const jobs = root.find('jobs');
  if (jobs === undefined || !parser.isMapping(jobs)) return [];
  const shared = permissionsOf(root);
  const read: Job[] = [];
  for (const { key, value } of jobs) {
    if (!parser.isMapping(value)) continue;
    const tokens = [...traverse(value)];
    read.push({
      id: { text: key.toString(), ...position(key) },
      permissions: permissionsOf(value) ?? shared,
      steps: tokens.flatMap(([parent, token]) =>
        parent !== undefined && parser.isSequence(parent) && parser.isMapping(token) ? actionStep(token) : [],
      ),
      calls: place(value.find('uses')),
      outputs: tokens.flatMap(([, token, key]) => outputsIn(token, key)),
    });
  }
  return read;

  function actionStep(step: MappingToken): ActionStep[] {
    const uses = place(step.find('uses'));
    if (uses === undefined) return [];
    const given = step.find('with');
    const inputs = given !== undefined && parser.isMapping(given) ? [...given] : [];
    return [
      {
        id: place(step.find('id'))?.text,
        uses,
        inputs: inputs.map(({ key, value }) => ({
          text: key.toString(),
          ...position(key),
          value: parser.isLiteral(value) ? value.toString() : undefined,
        })),
      },
    ];
  }

  function outputsIn(token: TemplateToken, key: TemplateToken | undefined): (StepOutput & Position)[] {
    const found = (expression: string, at: TemplateToken) =>
      stepOutputs(expression).map((output) => ({ ...output, ...position(at) }));
    if (parser.isBasicExpression(token)) {
      // A text with expressions in it is one format() call; the originals have their own places.
      return (token.originalExpressions ?? [token]).flatMap((part) => found(part.expression, part));
    }
    const isCondition = key !== undefined && parser.isString(key) && key.value === 'if';
    return isCondition && parser.isString(token) ? found(token.value, token) : [];
  }

  function permissionsOf(owner: MappingToken): Permissions | undefined {
    const block = owner.find('permissions');
    if (block === undefined) return undefined;
    if (!parser.isMapping(block)) return readPermissions(place(block)?.text);
    return readPermissions(
      Object.fromEntries([...block].map(({ key, value }) => [key.toString(), place(value)?.text])),
    );
  }

  function place(token: TemplateToken | undefined): Place | undefined {
    return token !== undefined && parser.isString(token) ? { text: token.value, ...position(token) } : undefined;
  }
}

function position(token: TemplateToken): Position {
  return token.range?.start ?? { line: 1, column: 1 };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunnerError } from '../errors.ts';
import { parseActionFile } from '../github-parsers.ts';
import { mappingAt, type Plain, type PlainMapping, textAt } from '../plain-data.ts';
import { readSteps, type StepDefinition } from './step-definition.ts';

/** An action as its action.yml declares it. */
export interface ActionDefinition {
  directory: string;
  name: string;
  inputs: ReadonlyMap<string, ActionInput>;
  /** Output names, with the `value` that composite actions map to each. */
  outputs: ReadonlyMap<string, Plain>;
  runs: NodeRuns | CompositeRuns;
}

export interface ActionInput {
  /** May hold expressions; null when there is no default. */
  default: Plain;
  deprecation: string | null;
}

export interface NodeRuns {
  using: 'node';
  main: string;
  pre: string | null;
  preIf: string | null;
  post: string | null;
  postIf: string | null;
}

export interface CompositeRuns {
  using: 'composite';
  steps: StepDefinition[];
}

/** The runtimes that GitHub still starts; the harness runs both with the Node it runs on itself. */
const NODE_RUNTIMES = ['node20', 'node24'];

/** readAction reads the action.yml or action.yaml of a folder; throws with the place of a mistake. */
export function readAction(directory: string): ActionDefinition {
  const file = ['action.yml', 'action.yaml'].map((name) => join(directory, name)).find((path) => existsSync(path));
  if (file === undefined) {
    throw new RunnerError(
      `Can't find 'action.yml' or 'action.yaml' under '${directory}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  const written = parseActionFile(file, readFileSync(file, 'utf8'));
  const inputs = Object.entries(mappingAt(written.inputs, `${file} inputs`));
  const outputs = Object.entries(mappingAt(written.outputs, `${file} outputs`));
  return {
    directory,
    name: textAt(written.name, `${file} name`) ?? '',
    inputs: new Map(inputs.map(([name, input]) => [name, readInput(mappingAt(input, `${file} inputs.${name}`))])),
    outputs: new Map(
      outputs.map(([name, output]) => [name, mappingAt(output, `${file} outputs.${name}`).value ?? null]),
    ),
    runs: readRuns(mappingAt(written.runs, `${file} runs`), file, directory),
  };
}

function readInput(input: PlainMapping): ActionInput {
  return { default: input.default ?? null, deprecation: textAt(input.deprecationMessage, 'deprecationMessage') };
}

function readRuns(runs: PlainMapping, file: string, directory: string): NodeRuns | CompositeRuns {
  const using = textAt(runs.using, `${file} runs.using`) ?? '';
  if (using === 'composite') return { using, steps: readSteps(runs.steps, `${file} runs.steps`) };
  if (!NODE_RUNTIMES.includes(using)) {
    throw new RunnerError(
      `${file} asks for the runtime "${using}". The harness runs ${NODE_RUNTIMES.join(', ')} and composite actions.`,
    );
  }
  const script = (key: string): string | null => {
    const name = textAt(runs[key], `${file} runs.${key}`);
    if (name !== null && !existsSync(join(directory, name))) {
      throw new RunnerError(`${file} names ${name} as \`${key}\`, and there is no such file. Build the action first.`);
    }
    return name;
  };
  const main = script('main');
  if (main === null) throw new RunnerError(`${file} has no \`main\`.`);
  return {
    using: 'node',
    main,
    pre: script('pre'),
    preIf: textAt(runs['pre-if'], `${file} runs.pre-if`),
    post: script('post'),
    postIf: textAt(runs['post-if'], `${file} runs.post-if`),
  };
}

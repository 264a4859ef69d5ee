import { styleText } from 'node:util';
import { visible } from '@tollgate/reporting';
import type {
  EvaluatedOutput,
  EvaluatedPlanResource,
  EvaluatedResource,
  EvaluationDiagnostic,
  JsonValue,
} from '@tollgate/terraform';
import { attributeLines, type ShownValue, valueLines } from './value-text.ts';

/** An evaluation of a configuration or of a plan, as far as its text tells it. */
export interface ShownEvaluation {
  readonly resources: readonly (EvaluatedResource | EvaluatedPlanResource)[];
  readonly outputs: { readonly [name: string]: EvaluatedOutput };
  readonly notices: readonly EvaluationDiagnostic[];
}

/** How an evaluation is written. */
export interface EvaluationTextOptions {
  /** What was evaluated: `infra/live in workspace prod`. */
  readonly title: string;
  readonly color: boolean;
}

type Resource = ShownEvaluation['resources'][number];

/** Writes the resources by module with their places and values, the outputs, and what was not evaluated. */
export function evaluationText(evaluation: ShownEvaluation, { title, color }: EvaluationTextOptions): string {
  const bold = (text: string) => (color ? styleText('bold', text, { validateStream: false }) : text);
  const dim = (text: string) => (color ? styleText('dim', text, { validateStream: false }) : text);
  const modules = Map.groupBy(evaluation.resources, ({ module }) => module ?? '');
  const sections = [bold(`${visible(title)}: ${countsOf(evaluation)}`)];
  for (const [module, resources] of modules) {
    const blocks = resources.map((resource) => resourceLines(resource, module, bold, dim));
    if (module === '') sections.push(...blocks.map((lines) => lines.join('\n')));
    else sections.push([moduleHeading(module, resources[0], bold, dim), ...blocks.map(indented)].join('\n\n'));
  }
  const outputs = Object.entries(evaluation.outputs);
  if (outputs.length > 0) sections.push([bold('Outputs'), ...outputs.flatMap(outputLines)].join('\n'));
  if (evaluation.notices.length > 0) {
    const lines = evaluation.notices.map((notice) => `  - ${noticeText(notice)}`);
    sections.push([bold('Also to know'), ...lines].join('\n'));
  }
  return `${sections.join('\n\n')}\n`;
}

function noticeText({ summary, detail, source }: EvaluationDiagnostic): string {
  const place = source === null ? '' : ` (${source.file}:${source.startLine})`;
  return visible(`${detail === '' ? summary : detail}${place}`);
}

function countsOf({ resources, outputs }: ShownEvaluation): string {
  const managed = resources.filter(({ mode }) => mode === 'managed').length;
  const counts: [number, string, string][] = [
    [managed, 'resource', 'resources'],
    [resources.length - managed, 'data source', 'data sources'],
    [Object.keys(outputs).length, 'output', 'outputs'],
  ];
  const named = counts.filter(([count], index) => index === 0 || count > 0);
  return `${named.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(', ')}.`;
}

type Paint = (text: string) => string;

function moduleHeading(module: string, first: Resource | undefined, bold: Paint, dim: Paint): string {
  const caller = first?.source?.callers.at(-1);
  const place = caller === undefined ? '' : `  ${dim(visible(`${caller.file}:${caller.startLine}`))}`;
  return `${bold(visible(module))}${place}`;
}

function resourceLines(resource: Resource, module: string, bold: Paint, dim: Paint): readonly string[] {
  const { address, source } = resource;
  const name = module === '' ? address : address.slice(module.length + 1);
  const place = source === null ? '' : `  ${dim(visible(`${source.file}:${source.startLine}`))}`;
  const notes = [
    ...('action' in resource ? [resource.action] : []),
    ...(resource.expanded ? [] : ['stands for an unknown number of instances']),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return [
    `${bold(visible(name))}${note}${place}`,
    ...attributeLines(shownResource(resource)).map((line) => `  ${line}`),
  ];
}

function shownResource({ values, unknown, sensitive, reasons }: Resource): ShownValue {
  return { value: values, unknown, sensitive, reason: reasonIn(reasons) };
}

function outputLines([name, output]: [string, EvaluatedOutput]): readonly string[] {
  const { value, unknown, sensitive, reasons } = output;
  const [first = '', ...rest] = valueLines({ value, unknown, sensitive, reason: reasonIn(reasons) });
  return [`  ${visible(name)} = ${first}`, ...rest.map((line) => `  ${line}`)];
}

/** Finds the reason of a place, or of what it is a part of. */
function reasonIn(
  reasons: readonly { readonly path: readonly (string | number)[]; readonly reasons: readonly string[] }[],
): ShownValue['reason'] {
  if (reasons.length === 0) return () => undefined;
  const byPath = new Map<JsonValue, string>(
    reasons.map(({ path, reasons: why }) => [JSON.stringify(path), why.join('; ')]),
  );
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const found = byPath.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined && found !== '') return found;
    }
    return undefined;
  };
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

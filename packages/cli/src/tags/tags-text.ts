import { styleText } from 'node:util';
import { clip, counted, textColumns, visible } from '@tollgate/reporting';
import type { ReportedTags, TagReport } from '@tollgate/tags';

/** What is beside the report. */
export interface TagsTextOptions {
  /** What the tags are of: `infra`, `plan plan.json`. */
  readonly title: string;
  readonly color: boolean;
  /** The address of the module instance of a resource; null for the root module. */
  readonly moduleOf: (address: string) => string | null;
}

/** A longer key or value is cut short. */
const maxText = 120;
/** As many keys of one resource, and as many resources without tags, are named. */
const maxKeys = 60;

interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Writes the tags of resources by module: what is known, what is not, and what comes from the provider. */
export function tagsText({ resources }: TagReport, { title, color, moduleOf }: TagsTextOptions): string {
  const paint: Paint = {
    bold: (text) => (color ? styleText('bold', text, { validateStream: false }) : text),
    dim: (text) => (color ? styleText('dim', text, { validateStream: false }) : text),
  };
  const taggable = resources.filter((resource) => resource.taggable);
  const sections = [paint.bold(`Tags of ${visible(title)}: ${countsOf(resources, taggable)}`)];
  for (const [module, group] of Map.groupBy(taggable, ({ address }) => moduleOf(address) ?? '')) {
    const blocks = group.map((resource) => resourceLines(resource, module, paint));
    if (module === '') sections.push(...blocks.map((lines) => lines.join('\n')));
    else sections.push([paint.bold(visible(module)), ...blocks.map(indented)].join('\n\n'));
  }
  const others = resources.filter((resource) => !resource.taggable).map(({ address }) => visible(address));
  if (others.length > 0) sections.push([paint.bold('Cannot carry tags'), ...named(others)].join('\n'));
  return `${sections.join('\n\n')}\n`;
}

function countsOf(resources: readonly ReportedTags[], taggable: readonly ReportedTags[]): string {
  const unknown = taggable.filter(({ unknownKeys, unknownValues }) => unknownKeys || unknownValues.length > 0).length;
  const all = `${counted(taggable.length, 'resource')} with tags or labels`;
  const asides = [
    ...(unknown === 0 ? [] : [`${unknown} of them not known in full before apply`]),
    ...(resources.length === taggable.length ? [] : [`${resources.length - taggable.length} that cannot carry any`]),
  ];
  return `${[all, ...asides].join(', ')}.`;
}

function resourceLines(resource: ReportedTags, module: string, paint: Paint): readonly string[] {
  const { address, source, nested } = resource;
  const name = module === '' ? address : address.slice(module.length + 1);
  const place = source === undefined ? '' : `  ${paint.dim(visible(`${source.file}:${source.startLine}`))}`;
  const inner = Object.keys(nested).flatMap((path) => nestedLines(path, resource));
  return [`${paint.bold(visible(name))}${place}`, ...ownLines(resource).map((line) => `  ${line}`), ...inner];
}

function nestedLines(path: string, { nested, nestedUnknown = {} }: ReportedTags): readonly string[] {
  const { unknownKeys = false, unknownValues = [], reasons = [] } = nestedUnknown[path] ?? {};
  const known = nested[path] ?? {};
  const keys = [...new Set([...Object.keys(known), ...unknownValues])].sort();
  const rows = keys.slice(0, maxKeys).map((key) => [cell(key), valueCell(known, key)]);
  const why = reasons.length === 0 ? '' : `: ${visible(reasons.join('; '))}`;
  const lines = [
    ...textColumns(rows),
    ...(keys.length > maxKeys ? [`… ${keys.length - maxKeys} more`] : []),
    ...(unknownKeys ? [`(further keys may be known only after apply${why})`] : []),
  ];
  return lines.length === 0 ? [] : [`  ${visible(path)}`, ...lines.map((line) => `    ${line}`)];
}

function ownLines(resource: ReportedTags): readonly string[] {
  const { tags, unknownValues, unknownKeys, hiddenKeys } = resource;
  const keys = [...new Set([...Object.keys(tags), ...unknownValues])].sort();
  const rows = keys.slice(0, maxKeys).map((key) => tagRow(key, resource));
  const more = keys.length > maxKeys ? [`… ${keys.length - maxKeys} more`] : [];
  const notes = [
    ...(unknownKeys ? ['(further keys may be known only after apply)'] : []),
    ...(hiddenKeys ? ['(further keys are sensitive)'] : []),
  ];
  if (rows.length === 0 && notes.length === 0) return ['(none)'];
  return [...textColumns(rows), ...more, ...notes];
}

function tagRow(key: string, { tags, fromDefaults, lookAlikes = [] }: ReportedTags): readonly string[] {
  const alike = lookAlikes.find((found) => found.key === key);
  const notes = [
    ...(fromDefaults.includes(key) ? ['from the provider'] : []),
    ...(alike === undefined ? [] : [`reads as ${alike.reading}, and ${alike.note}`]),
  ];
  return [cell(key), valueCell(tags, key), notes.length === 0 ? '' : `(${notes.join('; ')})`];
}

function valueCell(tags: ReportedTags['tags'], key: string): string {
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value === undefined ? '(known only after apply)' : value === '' ? '""' : cell(value);
}

function named(addresses: readonly string[]): readonly string[] {
  const shown = addresses.slice(0, maxKeys).map((address) => `  ${address}`);
  return addresses.length > maxKeys ? [...shown, `  … ${addresses.length - maxKeys} more`] : shown;
}

function cell(text: string): string {
  return visible(clip(text, maxText));
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}

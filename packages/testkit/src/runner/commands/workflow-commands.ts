/** A workflow command found in a line of output. Property names are in lower case, as the runner ignores their case. */
export interface WorkflowCommand {
  name: string;
  properties: ReadonlyMap<string, string>;
  data: string;
}

/** The commands of the runner (actions/runner ActionCommandManager.cs); a line with any other name is plain output. */
export const COMMAND_NAMES: ReadonlySet<string> = new Set([
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
]);

type Escapes = readonly (readonly [code: string, character: string])[];

// "%25" is undone last, so that an escaped escape stays one (actions/runner ActionCommand.cs).
const DATA_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const PROPERTY_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const OLD_ESCAPES: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

/**
 * parseCommand reads `::name key=value,key=value::data` and the old form `##[name key=value;key=value]data`.
 * @param known lower-case names that are commands at this moment
 */
export function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  return parseColons(line, known) ?? parseBrackets(line, known);
}

function parseColons(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const { name, rest } = splitName(text.slice(2, end));
  if (!known.has(name)) return null;
  return {
    name,
    properties: readProperties(rest.trim(), ',', PROPERTY_ESCAPES),
    data: undo(text.slice(end + 2), DATA_ESCAPES),
  };
}

/** The old form counts anywhere in the line. */
function parseBrackets(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const { name, rest } = splitName(line.slice(start + 3, end));
  if (!known.has(name)) return null;
  return { name, properties: readProperties(rest, ';', OLD_ESCAPES), data: undo(line.slice(end + 1), OLD_ESCAPES) };
}

function splitName(info: string): { name: string; rest: string } {
  const blank = info.indexOf(' ');
  const name = blank < 0 ? info : info.slice(0, blank);
  return { name: name.toLowerCase(), rest: blank < 0 ? '' : info.slice(blank + 1) };
}

/** Names are not trimmed: in `file=a, line=2` the second property is " line", which nothing reads. */
function readProperties(text: string, separator: string, escapes: Escapes): Map<string, string> {
  const properties = new Map<string, string>();
  for (const part of text.split(separator)) {
    const equals = part.indexOf('=');
    if (equals <= 0 || equals === part.length - 1) continue;
    properties.set(part.slice(0, equals).toLowerCase(), undo(part.slice(equals + 1), escapes));
  }
  return properties;
}

function undo(text: string, escapes: Escapes): string {
  return escapes.reduce((undone, [code, character]) => undone.replaceAll(code, character), text);
}

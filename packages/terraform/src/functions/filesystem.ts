import { quoteText } from '../values/quote.ts';
import { setValue } from '../values/set.ts';
import { BOOL, STRING, setType, type Type } from '../values/type.ts';
import { boolValue, stringValue, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { textAt } from './arguments.ts';
import { decodeUtf8, encodeBase64 } from './bytes.ts';
import { cleanPath, folderPart, joinPaths, lastPart, locateFile } from './file-path.ts';
import type { FunctionContext } from './function-context.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { findFiles } from './glob.ts';
import { HASH_FORMS, hashBytes } from './hash.ts';

const PATH: Parameter = { name: 'path', type: STRING };

/** The functions that read files, and those on paths. */
export const FILESYSTEM_FUNCTIONS: readonly FunctionSpec[] = [
  ofPath('basename', lastPart),
  ofPath('dirname', folderPart),
  {
    name: 'abspath',
    parameters: [PATH],
    returns: STRING,
    run: (args, _type, context) => absolutePath(textAt(args, 0), context),
  },
  {
    name: 'pathexpand',
    parameters: [PATH],
    returns: STRING,
    run: (args, _type, context) => expandHome(textAt(args, 0), context),
  },
  ofFile('file', STRING, (path, context) => readText(path, context)),
  ofFile('filebase64', STRING, (path, context) =>
    readBytes(path, context, (bytes) => stringValue(encodeBase64(bytes))),
  ),
  ofFile('fileexists', BOOL, fileExists),
  ...HASH_FORMS.map((form) =>
    ofFile(`file${form.name}`, STRING, (path, context) => hashFile(path, context, (bytes) => hashBytes(bytes, form))),
  ),
  {
    name: 'fileset',
    parameters: [PATH, { name: 'pattern', type: STRING }],
    returns: setType(STRING),
    run: (args, _type, context) => {
      refuseInTemplateString('fileset', context);
      return fileSet(textAt(args, 0), textAt(args, 1), context);
    },
  },
];

function ofPath(name: string, change: (path: string) => string): FunctionSpec {
  return { name, parameters: [PATH], returns: STRING, run: (args) => stringValue(change(textAt(args, 0))) };
}

function ofFile(name: string, returns: Type, run: (path: string, context: FunctionContext) => Value): FunctionSpec {
  return {
    name,
    parameters: [PATH],
    returns,
    run: (args, _type, context) => {
      refuseInTemplateString(name, context);
      return run(textAt(args, 0), context);
    },
  };
}

function refuseInTemplateString(name: string, { insideTemplate }: FunctionContext): void {
  if (insideTemplate !== 'templatestring') return;
  throw new ValueError(
    `cannot use filesystem access functions like ${name} in templatestring templates; consider passing the function ` +
      'result as a template variable instead',
  );
}

function absolutePath(path: string, { workingDirectory }: FunctionContext): Value {
  if (path.startsWith('/')) return stringValue(cleanPath(path));
  if (workingDirectory === undefined) return unknownValue(STRING, ['the folder in which Terraform runs']);
  return stringValue(cleanPath(`${workingDirectory}/${path}`));
}

function expandHome(path: string, { homeDirectory }: FunctionContext): Value {
  if (!path.startsWith('~')) return stringValue(path);
  if (path.length > 1 && path[1] !== '/') throw new ValueError('cannot expand user-specific home dir');
  if (homeDirectory === undefined) return unknownValue(STRING, ['the home folder of the user who runs Terraform']);
  return stringValue(cleanPath(`${homeDirectory}/${path.slice(1)}`));
}

const IS_DIRECTORY = 'is a directory';

/** What a path leads to. */
type Content =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'directory' | 'nothing' }
  | { readonly kind: 'outside'; readonly reason: string };

function contentOf(path: string, context: FunctionContext): Content {
  const located = locateFile(path, context);
  if ('outside' in located) return { kind: 'outside', reason: located.outside };
  if (context.files === undefined) return { kind: 'outside', reason: `file ${path} is not at hand` };
  const bytes = context.files.readFile(located.path);
  if (bytes !== undefined) return { kind: 'file', bytes };
  return { kind: context.files.listDirectory(located.path) === undefined ? 'nothing' : 'directory' };
}

/** readBytes gives what a function makes of the content of a file. Throws ValueError; argument 0 is the path. */
export function readBytes(path: string, context: FunctionContext, use: (bytes: Uint8Array) => Value): Value {
  const content = contentOf(path, context);
  switch (content.kind) {
    case 'file':
      return use(content.bytes);
    case 'outside':
      return unknownValue(STRING, [content.reason]);
    case 'directory':
      throw new ValueError(`failed to read file: read ${cleanPath(path)}: ${IS_DIRECTORY}`, { argument: 0 });
    case 'nothing':
      throw new ValueError(
        `no file exists at ${quoteText(path)}; this function works only with files that are distributed as part of the ` +
          'configuration source code, so if this file will be created by a resource in this configuration you must ' +
          'instead obtain this result from an attribute of that resource',
        { argument: 0 },
      );
  }
}

/** readText gives the content of a file that has to be UTF-8. Throws ValueError; argument 0 is the path. */
export function readText(path: string, context: FunctionContext): Value {
  return readBytes(path, context, (bytes) => {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return stringValue(text);
    throw new ValueError(
      `contents of ${quoteText(path)} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded ` +
        'contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead',
    );
  });
}

function hashFile(path: string, context: FunctionContext, hash: (bytes: Uint8Array) => string): Value {
  const content = contentOf(path, context);
  switch (content.kind) {
    case 'file':
      return stringValue(hash(content.bytes));
    case 'outside':
      return unknownValue(STRING, [content.reason]);
    case 'directory':
      throw new ValueError(`read ${cleanPath(path)}: ${IS_DIRECTORY}`);
    case 'nothing':
      throw new ValueError(`open ${cleanPath(path)}: no such file or directory`);
  }
}

function fileExists(path: string, context: FunctionContext): Value {
  const content = contentOf(path, context);
  switch (content.kind) {
    case 'outside':
      return unknownValue(BOOL, [content.reason]);
    case 'directory':
      throw new ValueError(`${quoteText(cleanPath(path))} ${IS_DIRECTORY}, not a file`);
    default:
      return boolValue(content.kind === 'file');
  }
}

function fileSet(path: string, pattern: string, context: FunctionContext): Value {
  const full = joinPaths(path, pattern);
  const located = locateFile(full === '' ? '.' : full, context);
  if ('outside' in located || context.files === undefined) {
    const reason = 'outside' in located ? located.outside : `folder ${path} is not at hand`;
    return unknownValue(setType(STRING), [reason]);
  }
  const found = findFiles(located.path, context.files);
  if (found === undefined) throw new ValueError(`failed to glob pattern ${quoteText(full)}: syntax error in pattern`);
  const base = locateFile(path === '' ? '.' : path, context);
  const folder = 'path' in base ? base.path : '';
  return setValue(
    STRING,
    found.map((file) => stringValue(relativePath(folder, file))),
  );
}

/** The way from a folder to a file, both below the root. */
function relativePath(folder: string, file: string): string {
  if (folder === file) return '.';
  const from = folder === '' ? [] : folder.split('/');
  const to = file.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

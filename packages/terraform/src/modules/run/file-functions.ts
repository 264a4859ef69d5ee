import type { FunctionRegistry, FunctionSpec } from '../../functions/index.ts';
import { stringValue, type Value } from '../../values/index.ts';
import { resolveFolder } from '../module-path.ts';

const READS_FILES =
  /^(?:core::)?(?:file|fileexists|fileset|templatefile|filebase64|file(?:base64)?(?:md5|sha1|sha256|sha512))$/;

/** readsFiles tells whether a function looks at files, by its name with or without its namespace. */
export function readsFiles(name: string): boolean {
  return READS_FILES.test(name);
}

/**
 * functionsBelow gives the functions for a root module that is not at the root of its tree. Paths in a configuration are
 * relative to the root module; those of the tree are relative to the tree. Modules beside the root module stay readable.
 */
export function functionsBelow(
  functions: FunctionRegistry,
  folder: string,
  workingDirectory: string | undefined,
): FunctionRegistry {
  if (folder === '') return functions;
  return new Map(
    functions
      .entries()
      .map(([name, spec]) => [name, readsFiles(name) ? rebased(spec, folder, workingDirectory) : spec]),
  );
}

function rebased(spec: FunctionSpec, folder: string, workingDirectory: string | undefined): FunctionSpec {
  return {
    ...spec,
    run: ([path, ...others], type, context) =>
      spec.run(
        [path === undefined ? stringValue('') : rebasedPath(path, folder, workingDirectory), ...others],
        type,
        context,
      ),
  };
}

function rebasedPath(path: Value, folder: string, workingDirectory: string | undefined): Value {
  if (path.kind !== 'string' || path.value.startsWith('~')) return path;
  const absolute = path.value.startsWith('/');
  const isBelow = workingDirectory !== undefined && path.value.startsWith(`${workingDirectory}/`);
  if (absolute && !isBelow) return path;
  const relative = isBelow ? path.value.slice(workingDirectory.length + 1) : path.value;
  const resolved = resolveFolder(folder, relative);
  return resolved === undefined ? path : { ...stringValue(resolved === '' ? '.' : resolved), marks: path.marks };
}

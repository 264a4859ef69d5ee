// Generated from action.yml by scripts/generate.ts; after a change there run "npm run generate".

/** The inputs that action.yml declares. */
export const inputs = {
  'path': {
    description: 'Root modules, one a line, relative to the workspace; `*` and `**` stand for names of folders, `!` in front takes out, and `auto` finds them all',
    required: false,
    default: 'auto',
  },
  'plan-file': {
    description: 'Plans as JSON, made by `terraform show -json`, one a line and for each a line of `path`; without one the configuration is evaluated',
    required: false,
    default: '',
  },
  'base-ref': {
    description: 'Commit before the change; that of the pull request, merge group or push unless given, when the clone has it',
    required: false,
    default: '',
  },
  'usage-file': {
    description: 'What is billed by usage, a month, as a file; before the change it counts as it was then',
    required: false,
    default: '',
  },
  'policies': {
    description: 'Policies, one a line, as files, folders, ready packs such as `cost/limits`, or `COMMIT:PATH` such as `origin/main:policies`; without any the cost is only told',
    required: false,
    default: '',
  },
  'params': {
    description: 'Values of parameters of the policies, one `name=value` a line',
    required: false,
    default: '',
  },
  'environment': {
    description: 'Environment of the run; policies of this environment take part',
    required: false,
    default: '',
  },
  'exceptions': {
    description: 'Files and folders with exceptions, one a line, as for `policies`',
    required: false,
    default: '',
  },
  'overrides': {
    description: 'Files and folders with overrides, one a line, as for `policies`',
    required: false,
    default: '',
  },
  'currency': {
    description: 'Currency of the report, with what a US dollar is worth in it, such as `EUR 0.92`; that of `tollgate.yml`, or US dollars, unless given',
    required: false,
    default: '',
  },
  'var-files': {
    description: 'Files of variables, one a line, relative to the workspace or to the root module',
    required: false,
    default: '',
  },
  'workspace': {
    description: 'Name of the Terraform workspace',
    required: false,
    default: '',
  },
  'results': {
    description: 'Results of other jobs, the JSON files of this action, one a line, with `*` and `**` as in `path`; they are merged, and nothing is evaluated',
    required: false,
    default: '',
  },
  'comment': {
    description: 'When to comment on the pull request, `always`, `on-change`, `on-increase` or `never`; a comment that is there is kept up to date',
    required: false,
    default: 'always',
  },
  'threshold': {
    description: 'Smallest change of the monthly cost, in the currency of the report, that counts for `on-change` and `on-increase`; a verdict other than `passed` always counts',
    required: false,
    default: '0',
  },
  'check': {
    description: 'Whether to create a check run with annotations, `true` or `false`',
    required: false,
    default: 'true',
  },
  'fail-on': {
    description: 'From which outcome on the step fails, `blocked`, `warned` or `never`; it always fails when the gate could not do its work',
    required: false,
    default: 'blocked',
  },
  'json-file': {
    description: 'File to write the change and the decision to as JSON; a temporary one unless given',
    required: false,
    default: '',
  },
  'markdown-file': {
    description: 'File to write the whole report to as Markdown',
    required: false,
    default: '',
  },
  'html-file': {
    description: 'File to write the whole report to as a page that needs no network',
    required: false,
    default: '',
  },
  'name': {
    description: 'Name of the check run and identity of the comment; give each use of the action in a repository its own',
    required: false,
    default: 'Cost impact',
  },
  'github-token': {
    description: 'Token that posts the comment and the check run',
    required: false,
    default: '${{ github.token }}',
  },
  'now': {
    description: 'Day of the run, such as `2026-12-20`, which decides what has expired and what costs more from a day on; today unless given',
    required: false,
    default: '',
  },
} as const;

/** The outputs that action.yml declares. */
export const outputs = ['outcome', 'monthly-cost', 'delta', 'percent', 'report', 'markdown-file', 'html-file'] as const;

/** The permissions that the README asks for. */
export const permissions = { 'contents': 'read', 'pull-requests': 'write', 'checks': 'write' } as const;

export type InputName = keyof typeof inputs;
export type OutputName = (typeof outputs)[number];

// Generated from action.yml by scripts/generate.ts; after a change there run "npm run generate".

/** The inputs that action.yml declares. */
export const inputs = {
  'path': {
    description: 'Root modules, one a line, relative to the workspace; `*` and `**` stand for names of folders, `!` in front takes out, and `auto` finds them all',
    required: false,
    default: '.',
  },
  'plan-file': {
    description: 'Plans as JSON, made by `terraform show -json`, one a line and for each a line of `path`; without one the configuration is evaluated',
    required: false,
    default: '',
  },
  'policies': {
    description: 'Policies, one a line, as files, folders, ready packs such as `tags/required`, or `COMMIT:PATH` such as `origin/main:policies`',
    required: false,
    default: '',
  },
  'required-tags': {
    description: 'Tag keys that every taggable resource must carry, separated by commas or line ends; short for such a policy',
    required: false,
    default: '',
  },
  'on-unknown': {
    description: 'For `required-tags`, what follows when a tag cannot be known before apply, `pass`, `warn` or `fail`',
    required: false,
    default: 'warn',
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
  'import-exceptions': {
    description: 'Exceptions of other tools, one `list:FILE`, `sarif:FILE` or `trivyignore:FILE` a line',
    required: false,
    default: '',
  },
  'overrides': {
    description: 'Files and folders with overrides, one a line, as for `policies`',
    required: false,
    default: '',
  },
  'baseline': {
    description: 'File of violations that are known and do not block, as `tollgate check --write-baseline` writes it, in the workspace or in each root module, or `COMMIT:PATH`',
    required: false,
    default: '',
  },
  'provider-schema': {
    description: 'What `terraform providers schema -json` writes, as a file; says which types carry tags, before the list that comes with Tollgate',
    required: false,
    default: '',
  },
  'base-ref': {
    description: 'Commit before the change; that of the pull request or merge group unless given, when the clone has it',
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
  'fail-on': {
    description: 'From which outcome on the step fails, `blocked`, `warned` or `never`; it always fails when the gate could not do its work',
    required: false,
    default: 'blocked',
  },
  'comment': {
    description: 'When to comment on the pull request, `always`, `on-finding` or `never`',
    required: false,
    default: 'always',
  },
  'check': {
    description: 'Whether to create a check run with annotations, `true` or `false`',
    required: false,
    default: 'true',
  },
  'suggestions': {
    description: 'Whether to suggest edits of changed lines that mend tags, as review comments that a person applies with one click, `true` or `false`',
    required: false,
    default: 'false',
  },
  'sarif-file': {
    description: 'File to write SARIF to, for code scanning',
    required: false,
    default: '',
  },
  'junit-file': {
    description: 'File to write JUnit XML to',
    required: false,
    default: '',
  },
  'json-file': {
    description: 'File to write the decision to as JSON; a temporary one unless given',
    required: false,
    default: '',
  },
  'name': {
    description: 'Name of the check run and identity of the comment; give each use of the action in a repository its own',
    required: false,
    default: 'Tag policy',
  },
  'github-token': {
    description: 'Token that posts the comment, the check run and the suggestions',
    required: false,
    default: '${{ github.token }}',
  },
  'now': {
    description: 'Day of the run, such as `2026-12-20`, which decides what has expired; today unless given',
    required: false,
    default: '',
  },
} as const;

/** The outputs that action.yml declares. */
export const outputs = ['outcome', 'violations', 'unknown', 'excepted', 'suggestions', 'report', 'sarif-file', 'junit-file'] as const;

/** The permissions that the README asks for. */
export const permissions = { 'contents': 'read', 'pull-requests': 'write', 'checks': 'write' } as const;

export type InputName = keyof typeof inputs;
export type OutputName = (typeof outputs)[number];

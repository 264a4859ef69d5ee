// Generated from action.yml by scripts/generate.ts; after a change there run "npm run generate".

/** The inputs that action.yml declares. */
export const inputs = {
  'plan-file': {
    description: 'The plan as JSON, made by `terraform show -json`; relative to the workspace',
    required: true,
    default: undefined,
  },
  'required-tags': {
    description: 'Tag keys that every taggable resource must carry, separated by commas or line ends',
    required: true,
    default: undefined,
  },
  'on-unknown': {
    description: 'What follows when Terraform cannot know before apply whether a tag will be there, `pass`, `warn` or `fail`',
    required: false,
    default: 'warn',
  },
  'path': {
    description: 'Folder of the root module that the plan was made from, so that findings point at its lines; relative to the workspace',
    required: false,
    default: '.',
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
  'name': {
    description: 'Name of the check run and identity of the comment; give each use of the action in a repository its own',
    required: false,
    default: 'Tag policy',
  },
  'github-token': {
    description: 'Token that posts the comment and the check run',
    required: false,
    default: '${{ github.token }}',
  },
} as const;

/** The outputs that action.yml declares. */
export const outputs = ['outcome', 'violations', 'report'] as const;

/** The permissions that the README asks for. */
export const permissions = { 'contents': 'read', 'pull-requests': 'write', 'checks': 'write' } as const;

export type InputName = keyof typeof inputs;
export type OutputName = (typeof outputs)[number];

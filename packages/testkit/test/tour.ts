import { gzipSync } from 'node:zlib';
import type { GitHub, PullRequestHandle, RepositoryHandle } from '../src/emulator/index.ts';

/** What one operation of the tour answered. */
export interface Stop {
  readonly operationId: string;
  readonly status: number;
  readonly body: unknown;
}

/** Everything that an operation may be asked with. */
interface Ask {
  readonly accept?: string;
  readonly upload?: boolean;
  readonly body?: unknown;
}

const PERMISSIONS = {
  actions: 'read',
  administration: 'read',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  security_events: 'write',
  statuses: 'write',
} as const;

/** Sends requests and notes the answers under the operation that the emulator saw in them. */
class Tour {
  readonly stops: Stop[] = [];
  readonly #github: GitHub;
  readonly #tokens: { readonly app: string; readonly user: string };

  constructor(github: GitHub, tokens: { readonly app: string; readonly user: string }) {
    this.#github = github;
    this.#tokens = tokens;
  }

  async ask(method: string, path: string, ask: Ask = {}, as: 'app' | 'user' = 'app'): Promise<Record<string, unknown>> {
    const base = ask.upload === true ? this.#github.apiUrl.replace('/v3', '/uploads') : this.#github.apiUrl;
    const raw = typeof ask.body === 'string';
    const response = await fetch(`${base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${this.#tokens[as]}`,
        accept: ask.accept ?? 'application/vnd.github+json',
        'content-type': raw ? 'text/plain' : 'application/json',
      },
      ...(ask.body === undefined ? {} : { body: raw ? String(ask.body) : JSON.stringify(ask.body) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const { operationId } = this.#github.requests.at(-1) ?? {};
    this.stops.push({ operationId: operationId ?? `${method} ${path}`, status: response.status, body });
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? Object.fromEntries(Object.entries(body))
      : {};
  }
}

const SARIF = {
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Scanner',
          semanticVersion: '1.0.0',
          rules: [
            {
              id: 'open-bucket',
              name: 'OpenBucket',
              shortDescription: { text: 'Open bucket' },
              fullDescription: { text: 'The bucket is open to everybody.' },
              properties: { 'security-severity': '8.1', tags: ['security'] },
            },
          ],
        },
      },
      automationDetails: { id: 'scan/1' },
      results: [
        {
          ruleId: 'open-bucket',
          message: { text: 'open' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'main.tf' }, region: { startLine: 1 } } }],
        },
      ],
    },
  ],
};

/** takeTour asks every operation once, on a repository with a little of everything. */
export async function takeTour(github: GitHub): Promise<Stop[]> {
  const repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { 'main.tf': 'a\nb\nc\n' } });
  const tip = await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'a\nB\nc\n' } });
  const pull = await github.createPullRequest(repo, { head: 'feature', title: 'Change', author: 'dora' });
  github.addCollaborator(repo, 'rita', 'maintain');
  github.createTeam({
    organization: 'acme',
    slug: 'finops',
    members: ['rita'],
    repositories: { 'acme/infra': 'write' },
  });
  const tokens = {
    app: github.createToken({ repository: repo.fullName, permissions: PERMISSIONS, kind: 'app' }),
    user: github.createToken({ repository: repo.fullName, permissions: PERMISSIONS, kind: 'user', login: 'rita' }),
  };
  const tour = new Tour(github, tokens);
  await people(tour);
  await conversation(tour, pull);
  await reviews(tour, pull);
  await checks(tour, tip);
  await deployments(tour, github, repo, tip);
  await gitData(tour);
  await files(tour, tip);
  await pulls(tour, github, repo, pull);
  await releases(tour);
  await codeScanning(tour, tip);
  await actions(tour, github, repo);
  return tour.stops;
}

const REPO = '/repos/acme/infra';

async function people(tour: Tour): Promise<void> {
  await tour.ask('GET', '/rate_limit');
  await tour.ask('GET', '/meta');
  await tour.ask('GET', '/user', {}, 'user');
  await tour.ask('GET', '/users/rita');
  await tour.ask('GET', '/orgs/acme/repos');
  await tour.ask('GET', '/orgs/acme/teams');
  await tour.ask('GET', '/orgs/acme/teams/finops');
  await tour.ask('GET', '/orgs/acme/teams/finops/members');
  await tour.ask('GET', '/orgs/acme/teams/finops/memberships/rita');
  await tour.ask('GET', '/orgs/acme/teams/finops/repos');
  await tour.ask('GET', '/orgs/acme/members/rita');
  await tour.ask('GET', '/orgs/acme/memberships/rita');
  await tour.ask('GET', REPO);
  await tour.ask('GET', `${REPO}/teams`);
  await tour.ask('GET', `${REPO}/collaborators`);
  await tour.ask('GET', `${REPO}/collaborators/rita`);
  await tour.ask('GET', `${REPO}/collaborators/rita/permission`);
}

async function conversation(tour: Tour, pull: PullRequestHandle): Promise<void> {
  const comments = `${REPO}/issues/${pull.number}/comments`;
  const { id } = await tour.ask('POST', comments, { body: { body: 'hello' } });
  await tour.ask('GET', comments);
  await tour.ask('GET', `${REPO}/issues/comments`);
  await tour.ask('GET', `${REPO}/issues/comments/${id}`);
  await tour.ask('PATCH', `${REPO}/issues/comments/${id}`, { body: { body: 'hello again' } });
  const issue = await tour.ask('POST', `${REPO}/issues`, {
    body: { title: 'Broken', labels: ['bug'], assignees: ['rita'] },
  });
  await tour.ask('GET', `${REPO}/issues`);
  await tour.ask('GET', `${REPO}/issues/${issue.number}`);
  await tour.ask('POST', `${REPO}/labels`, { body: { name: 'cost', color: 'ff0000', description: 'about money' } });
  await tour.ask('GET', `${REPO}/labels`);
  await tour.ask('GET', `${REPO}/labels/cost`);
  await tour.ask('PATCH', `${REPO}/labels/cost`, { body: { new_name: 'costs' } });
  const labels = `${REPO}/issues/${pull.number}/labels`;
  await tour.ask('POST', labels, { body: { labels: ['costs', 'urgent'] } });
  await tour.ask('GET', labels);
  await tour.ask('DELETE', `${labels}/urgent`);
  await tour.ask('PUT', labels, { body: { labels: ['bug'] } });
  await tour.ask('DELETE', labels);
  await tour.ask('DELETE', `${REPO}/labels/costs`);
  await tour.ask('PATCH', `${REPO}/issues/${issue.number}`, { body: { state: 'closed', state_reason: 'completed' } });
  await tour.ask('DELETE', `${REPO}/issues/comments/${id}`);
}

async function reviews(tour: Tour, pull: PullRequestHandle): Promise<void> {
  const at = `${REPO}/pulls/${pull.number}`;
  const line = { path: 'main.tf', line: 2, side: 'RIGHT' };
  const review = await tour.ask('POST', `${at}/reviews`, {
    body: { event: 'REQUEST_CHANGES', body: 'no', comments: [{ ...line, body: '```suggestion\nb\n```' }] },
  });
  await tour.ask('GET', `${at}/reviews`);
  await tour.ask('GET', `${at}/reviews/${review.id}`);
  await tour.ask('PUT', `${at}/reviews/${review.id}`, { body: { body: 'no, sorry' } });
  await tour.ask('GET', `${at}/reviews/${review.id}/comments`);
  await tour.ask('PUT', `${at}/reviews/${review.id}/dismissals`, { body: { message: 'mended' } });
  const pending = await tour.ask('POST', `${at}/reviews`, { body: { body: 'later' } });
  await tour.ask('POST', `${at}/reviews/${pending.id}/events`, { body: { event: 'COMMENT' } });
  const other = await tour.ask('POST', `${at}/reviews`, { body: { body: 'never' } });
  await tour.ask('DELETE', `${at}/reviews/${other.id}`);
  const comment = await tour.ask('POST', `${at}/comments`, {
    body: { ...line, body: 'here', commit_id: pull.headSha },
  });
  await tour.ask('POST', `${at}/comments/${comment.id}/replies`, { body: { body: 'yes' } });
  await tour.ask('GET', `${at}/comments`);
  await tour.ask('GET', `${REPO}/pulls/comments`);
  await tour.ask('GET', `${REPO}/pulls/comments/${comment.id}`);
  await tour.ask('PATCH', `${REPO}/pulls/comments/${comment.id}`, { body: { body: 'there' } });
  await tour.ask('DELETE', `${REPO}/pulls/comments/${comment.id}`);
  await tour.ask('POST', `${at}/requested_reviewers`, { body: { reviewers: ['rita'], team_reviewers: ['finops'] } });
  await tour.ask('GET', `${at}/requested_reviewers`);
}

async function checks(tour: Tour, sha: string): Promise<void> {
  const annotation = { path: 'main.tf', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'hm' };
  const run = await tour.ask('POST', `${REPO}/check-runs`, {
    body: { name: 'tags', head_sha: sha, output: { title: 't', summary: 's', annotations: [annotation] } },
  });
  await tour.ask('PATCH', `${REPO}/check-runs/${run.id}`, { body: { status: 'completed', conclusion: 'success' } });
  await tour.ask('GET', `${REPO}/check-runs/${run.id}`);
  await tour.ask('GET', `${REPO}/check-runs/${run.id}/annotations`);
  await tour.ask('GET', `${REPO}/commits/feature/check-runs`);
  await tour.ask('GET', `${REPO}/commits/feature/check-suites`);
  const [suite] = JSON.stringify(run.check_suite).match(/\d+/) ?? [];
  await tour.ask('GET', `${REPO}/check-suites/${suite}`);
  await tour.ask('GET', `${REPO}/check-suites/${suite}/check-runs`);
  const status = { state: 'success', context: 'ci', description: 'good', target_url: 'https://ci.example' };
  await tour.ask('POST', `${REPO}/statuses/${sha}`, { body: status });
  await tour.ask('GET', `${REPO}/commits/feature/statuses`);
  await tour.ask('GET', `${REPO}/commits/feature/status`);
}

async function deployments(tour: Tour, github: GitHub, repo: RepositoryHandle, sha: string): Promise<void> {
  github.createEnvironment(repo, 'production', { waitTimer: 5, reviewers: ['rita'] });
  await tour.ask('GET', `${REPO}/environments`);
  await tour.ask('GET', `${REPO}/environments/production`);
  const deployment = await tour.ask('POST', `${REPO}/deployments`, {
    body: { ref: sha, environment: 'production', auto_merge: false, required_contexts: [], payload: { a: 1 } },
  });
  await tour.ask('GET', `${REPO}/deployments`);
  await tour.ask('GET', `${REPO}/deployments/${deployment.id}`);
  const statuses = `${REPO}/deployments/${deployment.id}/statuses`;
  const status = await tour.ask('POST', statuses, {
    body: {
      state: 'success',
      description: 'up',
      log_url: 'https://ci.example',
      environment_url: 'https://acme.example',
    },
  });
  await tour.ask('GET', statuses);
  await tour.ask('GET', `${statuses}/${status.id}`);
  await tour.ask('DELETE', `${REPO}/deployments/${deployment.id}`);
}

async function gitData(tour: Tour): Promise<void> {
  const blob = await tour.ask('POST', `${REPO}/git/blobs`, { body: { content: 'x = 1\n' } });
  await tour.ask('GET', `${REPO}/git/blobs/${blob.sha}`);
  const entry = { path: 'new.tf', mode: '100644', type: 'blob', sha: blob.sha };
  const tree = await tour.ask('POST', `${REPO}/git/trees`, { body: { tree: [entry] } });
  await tour.ask('GET', `${REPO}/git/trees/${tree.sha}`);
  const commit = await tour.ask('POST', `${REPO}/git/commits`, {
    body: { message: 'made', tree: tree.sha, parents: [] },
  });
  await tour.ask('GET', `${REPO}/git/commits/${commit.sha}`);
  const tag = await tour.ask('POST', `${REPO}/git/tags`, {
    body: { tag: 'v0', message: 'zero', object: commit.sha, type: 'commit' },
  });
  await tour.ask('GET', `${REPO}/git/tags/${tag.sha}`);
  await tour.ask('POST', `${REPO}/git/refs`, { body: { ref: 'refs/tags/v0', sha: tag.sha } });
  await tour.ask('GET', `${REPO}/git/ref/tags/v0`);
  await tour.ask('GET', `${REPO}/git/matching-refs/tags/v`);
  await tour.ask('PATCH', `${REPO}/git/refs/tags/v0`, { body: { sha: commit.sha, force: true } });
  await tour.ask('GET', `${REPO}/tags`);
  await tour.ask('DELETE', `${REPO}/git/refs/tags/v0`);
}

async function files(tour: Tour, sha: string): Promise<void> {
  await tour.ask('GET', `${REPO}/contents/main.tf`);
  const content = Buffer.from('y = 2\n').toString('base64');
  await tour.ask('PUT', `${REPO}/contents/y.tf`, { body: { message: 'add y', content } });
  const before = await tour.ask('GET', `${REPO}/contents/y.tf`);
  await tour.ask('PUT', `${REPO}/contents/y.tf`, { body: { message: 'change y', content: 'eQ==', sha: before.sha } });
  const file = await tour.ask('GET', `${REPO}/contents/y.tf`);
  await tour.ask('DELETE', `${REPO}/contents/y.tf`, { body: { message: 'no y', sha: file.sha } });
  await tour.ask('GET', `${REPO}/commits`);
  await tour.ask('GET', `${REPO}/commits/${sha}`);
  await tour.ask('GET', `${REPO}/commits/${sha}/pulls`);
  await tour.ask('GET', `${REPO}/commits/${sha}/branches-where-head`);
  await tour.ask('GET', `${REPO}/compare/main...feature`);
  await tour.ask('GET', `${REPO}/branches`);
  await tour.ask('GET', `${REPO}/branches/main`);
}

async function pulls(tour: Tour, github: GitHub, repo: RepositoryHandle, pull: PullRequestHandle): Promise<void> {
  const at = `${REPO}/pulls/${pull.number}`;
  await tour.ask('GET', `${REPO}/pulls`);
  await tour.ask('GET', at);
  await tour.ask('PATCH', at, { body: { title: 'Better change' } });
  await tour.ask('GET', `${at}/files`);
  await tour.ask('GET', `${at}/commits`);
  await tour.ask('PUT', `${at}/merge`, { body: { merge_method: 'squash' } });
  await tour.ask('GET', `${at}/merge`);
  await github.commit(repo, { branch: 'second', files: { 'second.tf': '' } });
  await tour.ask('POST', `${REPO}/pulls`, { body: { title: 'Second', head: 'second', base: 'main' } });
}

async function releases(tour: Tour): Promise<void> {
  await tour.ask('POST', `${REPO}/releases/generate-notes`, { body: { tag_name: 'v1.0.0' } });
  const release = await tour.ask('POST', `${REPO}/releases`, {
    body: { tag_name: 'v1.0.0', name: 'One', body: 'first' },
  });
  await tour.ask('GET', `${REPO}/releases`);
  await tour.ask('GET', `${REPO}/releases/latest`);
  await tour.ask('GET', `${REPO}/releases/tags/v1.0.0`);
  await tour.ask('GET', `${REPO}/releases/${release.id}`);
  await tour.ask('PATCH', `${REPO}/releases/${release.id}`, { body: { body: 'changed' } });
  const upload = `${REPO}/releases/${release.id}/assets?name=plan.txt&label=Plan`;
  const asset = await tour.ask('POST', upload, { body: 'plan', upload: true });
  await tour.ask('GET', `${REPO}/releases/${release.id}/assets`);
  await tour.ask('GET', `${REPO}/releases/assets/${asset.id}`);
  await tour.ask('PATCH', `${REPO}/releases/assets/${asset.id}`, { body: { label: 'The plan' } });
  await tour.ask('DELETE', `${REPO}/releases/assets/${asset.id}`);
  await tour.ask('DELETE', `${REPO}/releases/${release.id}`);
}

async function codeScanning(tour: Tour, sha: string): Promise<void> {
  const sarif = gzipSync(JSON.stringify(SARIF)).toString('base64');
  const scanning = `${REPO}/code-scanning`;
  const upload = await tour.ask('POST', `${scanning}/sarifs`, {
    body: { commit_sha: sha, ref: 'refs/heads/main', sarif },
  });
  await tour.ask('GET', `${scanning}/sarifs/${upload.id}`);
  await tour.ask('GET', `${scanning}/alerts`);
  await tour.ask('GET', `${scanning}/alerts/1`);
  await tour.ask('PATCH', `${scanning}/alerts/1`, { body: { state: 'dismissed', dismissed_reason: 'used in tests' } });
  await tour.ask('GET', `${scanning}/alerts/1/instances`);
  await tour.ask('GET', `${scanning}/analyses`);
  await tour.ask('GET', `${scanning}/analyses/1500001`);
}

async function actions(tour: Tour, github: GitHub, repo: RepositoryHandle): Promise<void> {
  const run = await github.createWorkflowRun(repo, { event: 'push' });
  const artifact = github.createArtifact(repo, { run, name: 'report', files: { 'report.json': '{}' } });
  await tour.ask('GET', `${REPO}/actions/runs`);
  await tour.ask('GET', `${REPO}/actions/runs/${run}`);
  await tour.ask('GET', `${REPO}/actions/runs/${run}/artifacts`);
  await tour.ask('GET', `${REPO}/actions/artifacts`);
  await tour.ask('GET', `${REPO}/actions/artifacts/${artifact}`);
  await tour.ask('GET', `${REPO}/actions/artifacts/${artifact}/zip`);
}

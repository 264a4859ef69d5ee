import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub } from '../index.ts';

const BEFORE = Array.from({ length: 30 }, (_, line) => `line ${line + 1}\n`).join('');
const AFTER = BEFORE.replace('line 5\n', 'LINE 5\nnew\n').replace('line 25\n', '');

describe('reviews', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let pull: PullRequestHandle;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({
      owner: 'acme',
      name: 'infra',
      files: { 'main.tf': BEFORE, 'other.tf': '' },
    });
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': AFTER } });
    pull = await github.createPullRequest(repo, { head: 'feature', title: 'Change', author: 'dora' });
  });
  afterAll(() => github.close());

  const at = () => ({ owner: 'acme', repo: 'infra', pull_number: pull.number });
  const bot = () => clientWith(github, repo, { 'pull-requests': 'write' });
  const person = (login: string) => clientWith(github, repo, { 'pull-requests': 'write' }, { kind: 'user', login });
  const comment = (place: object) =>
    bot().request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
      ...at(),
      body: 'Better:\n```suggestion\nfive\n```',
      commit_id: pull.headSha,
      path: 'main.tf',
      ...place,
    });

  it('are written with comments on lines', async () => {
    const { data } = await bot().pulls.createReview({
      ...at(),
      event: 'COMMENT',
      body: 'Two things',
      comments: [
        { path: 'main.tf', line: 5, body: '```suggestion\nfive\n```' },
        { path: 'main.tf', start_line: 5, line: 6, side: 'RIGHT', body: 'both' },
      ],
    });
    expect(data).toMatchObject({ state: 'COMMENTED', commit_id: pull.headSha, user: { login: 'github-actions[bot]' } });
    const { data: comments } = await bot().pulls.listCommentsForReview({ ...at(), review_id: data.id });
    expect(comments).toMatchObject([
      { line: 5, side: 'RIGHT', start_line: null, diff_hunk: expect.stringMatching(/^@@ .*\n\+LINE 5$/s) },
      { line: 6, start_line: 5, start_side: 'RIGHT' },
    ]);
  });

  it.each([
    { name: 'an added line', place: { line: 6 }, line: 6, side: 'RIGHT' },
    { name: 'an unchanged line that the diff shows', place: { line: 3 }, line: 3, side: 'RIGHT' },
    { name: 'a removed line', place: { line: 25, side: 'LEFT' }, line: 25, side: 'LEFT' },
    { name: 'a position', place: { position: 6 }, line: 6, side: 'RIGHT' },
  ])('put a comment on $name', async ({ place, line, side }) => {
    const { data } = await comment(place);
    expect(github.reviewComments(repo, pull.number).at(-1)).toMatchObject({ line, side, path: 'main.tf' });
    expect(data.subject_type).toBe('line');
  });

  it('put a comment on a whole file', async () => {
    expect((await comment({ subject_type: 'file' })).data.subject_type).toBe('file');
  });

  it.each([
    { name: 'a line that the diff does not show', place: { line: 15 }, field: 'pull_request_review_thread.line' },
    { name: 'a removed line on the wrong side', place: { line: 31 }, field: 'pull_request_review_thread.line' },
    {
      name: 'a file that is not changed',
      place: { path: 'other.tf', line: 1 },
      field: 'pull_request_review_thread.path',
    },
    {
      name: 'a range over two hunks',
      place: { start_line: 5, line: 24 },
      field: 'pull_request_review_thread.start_line',
    },
    {
      name: 'a range that ends before it starts',
      place: { start_line: 6, line: 5 },
      field: 'pull_request_review_thread.start_line',
    },
    { name: 'a commit of elsewhere', place: { line: 5, commit_id: '1'.repeat(40) }, field: 'commit_id' },
  ])('refuse a comment on $name', async ({ place, field }) => {
    const refusal = await refusalOf(comment(place));
    expect(refusal).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: [{ resource: 'PullRequestReviewComment', field }] },
    });
  });

  it('refuse a comment without a place', async () => {
    expect((await refusalOf(comment({}))).status).toBe(422);
  });

  it('are all or nothing', async () => {
    const before = github.reviewComments(repo, pull.number).length;
    const comments = [5, 15].map((line) => ({ path: 'main.tf', line, body: 'x' }));
    const refusal = await refusalOf(bot().pulls.createReview({ ...at(), event: 'COMMENT', body: 'x', comments }));
    expect(refusal).toMatchObject({
      status: 422,
      body: { message: 'Unprocessable Entity', errors: ['Line could not be resolved'] },
    });
    expect(github.reviewComments(repo, pull.number)).toHaveLength(before);
  });

  it.each([
    { name: 'by the author', login: 'dora', errors: ['Can not approve your own pull request'] },
    { name: 'by a workflow', login: undefined, errors: ['GitHub Actions is not permitted to approve pull requests.'] },
  ])('do not approve $name', async ({ login, errors }) => {
    const reviewer = login === undefined ? bot() : person(login);
    const refusal = await refusalOf(reviewer.pulls.createReview({ ...at(), event: 'APPROVE' }));
    expect(refusal).toMatchObject({ status: 422, body: { errors } });
  });

  it('approve, and are dismissed', async () => {
    const { data } = await person('rita').pulls.createReview({ ...at(), event: 'APPROVE' });
    expect(data.state).toBe('APPROVED');
    await bot().pulls.dismissReview({ ...at(), review_id: data.id, message: 'changed since' });
    expect(github.reviews(repo, pull.number)).toContainEqual(
      expect.objectContaining({ id: data.id, state: 'DISMISSED' }),
    );
  });

  it('stay pending until they are submitted, one for each person', async () => {
    const tom = person('tom');
    const pending = await tom.pulls.createReview({
      ...at(),
      body: 'later',
      comments: [{ path: 'main.tf', line: 5, body: 'x' }],
    });
    const published = await bot().pulls.listReviewComments(at());
    expect(published.data.some(({ pull_request_review_id }) => pull_request_review_id === pending.data.id)).toBe(false);
    expect((await refusalOf(tom.pulls.createReview({ ...at(), body: 'again' }))).body).toMatchObject({
      errors: ['User can only have one pending review per pull request'],
    });
    const submitted = await tom.pulls.submitReview({
      ...at(),
      review_id: pending.data.id,
      event: 'REQUEST_CHANGES',
      body: 'now',
    });
    expect(submitted.data).toMatchObject({ state: 'CHANGES_REQUESTED', body: 'now' });
  });

  it('are answered in their thread', async () => {
    const { data } = await comment({ line: 5 });
    const reply = await bot().pulls.createReplyForReviewComment({ ...at(), comment_id: Number(data.id), body: 'done' });
    expect(reply.data).toMatchObject({ in_reply_to_id: data.id, path: 'main.tf', line: 5 });
  });

  it('follow their lines to the head of now, and are outdated when these change', async () => {
    const { data: moving } = await comment({ start_line: 23, line: 24 });
    const { data: changing } = await comment({ line: 5 });
    const now = async () => {
      const { data } = await bot().pulls.listReviewComments({ ...at(), per_page: 100 });
      return [moving, changing].map(({ id }) => data.find((one) => one.id === id));
    };
    expect(await now()).toMatchObject([{ line: 24, start_line: 23 }, { line: 5 }]);
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': `first\n${AFTER.replace('LINE 5', 'five')}` } });
    const [moved, outdated] = await now();
    expect(moved).toMatchObject({ line: 25, start_line: 24, original_line: 24 });
    expect(outdated).toMatchObject({ original_line: 5 });
    expect([outdated?.line, outdated?.position]).toEqual([undefined, undefined]);
  });
});

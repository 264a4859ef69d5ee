import type { Fault } from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acmeInfra, openScene, type Scene } from '../test/scene.ts';
import { publishSuggestions, type ReviewSuggestion, suggestionLimits } from './review-suggestions.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  const lines = Array.from({ length: 60 }, (_, index) => `# ${index + 1}\n`).join('');
  await scene.github.commit(scene.repository, { branch: 'feature', files: { 'main.tf': lines } });
});
afterEach(() => scene.github.close());

const suggestion = (line: number, more: Partial<ReviewSuggestion> = {}): ReviewSuggestion => ({
  path: 'main.tf',
  startLine: line,
  endLine: line,
  replacement: [`# line ${line}\n`],
  text: 'Better.',
  key: `key ${line}`,
  ...more,
});

async function publish(suggestions: readonly ReviewSuggestion[], identity = 'Tag policy', client = scene.client()) {
  const { head } = scene.github.pullRequest(scene.repository, scene.pullRequest.number);
  return publishSuggestions(await client, {
    repository: acmeInfra,
    pullRequest: scene.pullRequest.number,
    sha: head.sha,
    identity,
    body: 'Tollgate can mend this.',
    suggestions,
  });
}

const reviews = () => scene.github.reviews(scene.repository, scene.pullRequest.number);
const comments = () => scene.github.reviewComments(scene.repository, scene.pullRequest.number);
const lines = () => comments().map(({ startLine, line }) => (startLine === undefined ? line : `${startLine}-${line}`));

describe('suggestions', () => {
  it('come in one review that neither approves nor asks for changes', async () => {
    const two = [suggestion(3), suggestion(7, { startLine: 5, replacement: [] })];
    expect(await publish(two)).toMatchObject({
      kind: 'published',
      url: expect.stringContaining('#pullrequestreview-'),
    });
    expect(reviews()).toMatchObject([{ state: 'COMMENTED', body: 'Tollgate can mend this.' }]);
    expect(lines()).toEqual([3, '5-7']);
    expect(comments()[0]?.body).toMatch(
      /^<!-- tollgate:Tag-policy:suggestion:[0-9a-f]{32} -->\nBetter\.\n\n```suggestion\n# line 3\n```$/,
    );
  });

  it('are made once, and only what is new comes in the next review', async () => {
    await publish([suggestion(3)]);
    expect(await publish([suggestion(3)])).toMatchObject({ kind: 'unchanged', url: expect.stringContaining('#') });
    expect(await publish([suggestion(3), suggestion(4)])).toMatchObject({ kind: 'published' });
    expect(reviews()).toHaveLength(2);
    expect(lines()).toEqual([3, 4]);
  });

  it('of another use of the action stay apart', async () => {
    await publish([suggestion(3)], 'Staging');
    await publish([suggestion(3)], 'Production');
    expect(comments()).toHaveLength(2);
  });

  it('are made anew when their lines have changed, and not when these have only moved', async () => {
    await publish([suggestion(3), suggestion(50)]);
    const changed = Array.from({ length: 60 }, (_, index) => `# ${index === 2 ? 'three' : index + 1}\n`).join('');
    await scene.github.commit(scene.repository, { branch: 'feature', files: { 'main.tf': `# 0\n${changed}` } });
    await publish([
      suggestion(4, { key: 'key 3', replacement: ['# line 3\n'] }),
      suggestion(51, { key: 'key 50', replacement: ['# line 50\n'] }),
    ]);
    expect(lines()).toEqual([3, 50, 4]);
  });

  it('are not taken for made because somebody copied the marker', async () => {
    await publish([suggestion(3)]);
    const [made] = comments();
    const mallory = await scene.client({ 'pull-requests': 'write' }, 'user');
    const body = (made?.body ?? '').replace(/\n.*$/s, '');
    await mallory.rest.pulls.createReview({
      owner: 'acme',
      repo: 'infra',
      pull_number: scene.pullRequest.number,
      event: 'COMMENT',
      comments: [{ path: 'main.tf', line: 9, body: body.replace('Tag-policy', 'Other') }],
      body: 'copied',
    });
    expect(await publish([suggestion(3)], 'Other')).toMatchObject({ kind: 'published' });
  });

  it(`are at most ${suggestionLimits.perReview} in a review`, async () => {
    await publish(Array.from({ length: 40 }, (_, index) => suggestion(index + 1)));
    expect(comments()).toHaveLength(suggestionLimits.perReview);
  });

  it('are left out when they are too long for a comment, and nothing is written when none is left', async () => {
    const long = suggestion(3, { replacement: ['x'.repeat(suggestionLimits.body)] });
    expect(await publish([long])).toEqual({ kind: 'not-needed' });
    expect(reviews()).toEqual([]);
  });

  it('are a value when the token may only read', async () => {
    const client = scene.client({ 'pull-requests': 'read' });
    expect(await publish([suggestion(3)], 'Tag policy', client)).toMatchObject({ kind: 'read-only' });
  });

  const path = '/repos/acme/infra/pulls/*/reviews';
  it.each<[string, Fault]>([
    ['a lost answer', { method: 'POST', path, kind: 'lost-after' }],
    ['502', { method: 'POST', path, kind: 'server-error', status: 502 }],
    ['a secondary limit', { method: 'POST', path, kind: 'secondary-rate-limit', status: 429, retryAfterSeconds: 1 }],
  ])('are made once in spite of %s', async (_, fault) => {
    scene.github.fault(fault);
    expect(await publish([suggestion(3)])).toMatchObject({ kind: 'published' });
    expect(comments()).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { githubDescription } from './description.ts';
import { createRouter } from './router.ts';

const route = createRouter(githubDescription().operations);

describe('createRouter', () => {
  it.each([
    { asked: 'GET /repos/a/b', operation: 'repos/get', path: { owner: 'a', repo: 'b' } },
    { asked: 'GET /repos/a/b/issues/7/comments', operation: 'issues/list-comments', path: { issue_number: '7' } },
    { asked: 'GET /repos/a/b/pulls/comments', operation: 'pulls/list-review-comments-for-repo', path: {} },
    { asked: 'GET /repos/a/b/git/ref/heads/feature/x', operation: 'git/get-ref', path: { ref: 'heads/feature/x' } },
    { asked: 'GET /repos/a/b/git/ref/heads%2Ffeature', operation: 'git/get-ref', path: { ref: 'heads/feature' } },
    { asked: 'GET /repos/a/b/git/matching-refs/', operation: 'git/list-matching-refs', path: { ref: '' } },
    { asked: 'GET /repos/a/b/commits/feature/x', operation: 'repos/get-commit', path: { ref: 'feature/x' } },
    {
      asked: 'GET /repos/a/b/commits/feature/x/check-runs',
      operation: 'checks/list-for-ref',
      path: { ref: 'feature/x' },
    },
    { asked: 'GET /repos/a/b/commits/f/status', operation: 'repos/get-combined-status-for-ref', path: { ref: 'f' } },
    { asked: 'GET /repos/a/b/contents', operation: 'repos/get-content', path: { path: '' } },
    { asked: 'GET /repos/a/b/contents/x/y%20z.tf', operation: 'repos/get-content', path: { path: 'x/y z.tf' } },
    {
      asked: 'GET /repos/a/b/compare/main...a%2Fb',
      operation: 'repos/compare-commits-with-basehead',
      path: { basehead: 'main...a/b' },
    },
    { asked: 'GET /repos/a/b/releases/latest', operation: 'repos/get-latest-release', path: {} },
    { asked: 'GET /repos/a/b/releases/tags/app/v1', operation: 'repos/get-release-by-tag', path: { tag: 'app/v1' } },
    {
      asked: 'GET /repos/a/b/environments/eu%2Fprod',
      operation: 'repos/get-environment',
      path: { environment_name: 'eu/prod' },
    },
  ])('$asked is $operation', ({ asked, operation, path }) => {
    const [method = '', address = ''] = asked.split(' ');
    const found = route(method, address);
    expect(found?.operation.id).toBe(operation);
    expect(found?.path).toMatchObject(path);
  });

  it.each(['GET /repos/a', 'GET /repos/a/b/', 'PUT /repos/a/b', 'GET /nothing', 'GET /repos/a/b/issues/%E0%A4%A'])(
    '%s is nothing',
    (asked) => {
      const [method = '', address = ''] = asked.split(' ');
      expect(route(method, address)).toBeUndefined();
    },
  );
});

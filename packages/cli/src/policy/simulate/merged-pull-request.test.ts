import { expect, it } from 'vitest';
import { mergedPullRequest } from './merged-pull-request.ts';

it.each([
  ['Add a bucket (#12)', '', 'Add a bucket', 12],
  ['Merge pull request #12 from acme/topic', 'Add a bucket\n\nBecause.', 'Add a bucket', 12],
  ['Merge pull request #12 from acme/topic', '', 'Merge pull request #12 from acme/topic', 12],
  ['Add a bucket', '', 'Add a bucket', null],
  ['Fix what (#12) broke', '', 'Fix what (#12) broke', null],
  ['(#12)', '', '(#12)', 12],
  ['Revert "Add a bucket (#12)" (#13)', '', 'Revert "Add a bucket (#12)"', 13],
  ['Add a bucket (#99999999999999)', '', 'Add a bucket (#99999999999999)', null],
  ['', '', '', null],
])('%j with the body %j is %j, pull request %j', (title, body, shown, number) => {
  expect(mergedPullRequest({ title, body })).toEqual({ title: shown, number });
});

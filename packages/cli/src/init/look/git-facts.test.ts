import { memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { gitFacts } from './git-facts.ts';

const config = (url: string) =>
  `[core]\n\turl = elsewhere\n[remote "fork"]\n\turl = https://github.com/me/shop\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
const remoteOf = (url: string) => gitFacts(memoryTree({ config: config(url) })).remote;

describe('gitFacts', () => {
  it.each([
    ['https', 'https://github.com/acme/shop.git', 'github.com', 'acme/shop'],
    [
      'https with a token, which is not kept',
      'https://user:ghs_secret@github.com/acme/shop',
      'github.com',
      'acme/shop',
    ],
    ['ssh', 'ssh://git@github.example:2222/acme/shop.git', 'github.example', 'acme/shop'],
    ['the short form of ssh', 'git@github.com:acme/shop.git', 'github.com', 'acme/shop'],
    ['groups in groups', 'https://gitlab.com/acme/web/shop/', 'gitlab.com', 'acme/web/shop'],
  ])('reads the remote: %s', (_, url, host, repository) => {
    expect(remoteOf(url)).toEqual({ host, repository });
  });

  it.each(['/srv/git/shop.git', '../shop', 'file:///srv/shop'])('has no remote for a folder: %s', (url) => {
    expect(remoteOf(url)).toBeNull();
  });

  it('reads the default branch, and does not guess one', () => {
    const head = { 'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/release/next\n' };
    expect(gitFacts(memoryTree(head))).toEqual({ defaultBranch: 'release/next', remote: null });
    expect(gitFacts(memoryTree({ HEAD: 'ref: refs/heads/topic\n' })).defaultBranch).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('people', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true });
    github.addCollaborator(repo, 'rita', 'triage');
    github.addCollaborator(repo, 'max', 'maintain');
    github.createTeam({
      organization: 'acme',
      slug: 'finops',
      members: ['rita', 'fred'],
      repositories: { 'acme/infra': 'write' },
    });
    github.createToken({ repository: repo.fullName, kind: 'user', login: 'stranger' });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };

  it.each([
    { username: 'rita', permission: 'write', role: 'write' },
    { username: 'fred', permission: 'write', role: 'write' },
    { username: 'max', permission: 'write', role: 'maintain' },
    { username: 'stranger', permission: 'none', role: 'none' },
  ])('$username has $permission by the higher of their own and their teams', async ({ username, permission, role }) => {
    const client = clientWith(github, repo, {});
    const { data } = await client.repos.getCollaboratorPermissionLevel({ ...at, username });
    expect(data).toMatchObject({ permission, role_name: role, user: { login: username } });
  });

  it('are members of teams, for a token that may know', async () => {
    const app = clientWith(github, repo, { members: 'read' }, { kind: 'app' });
    const membership = { org: 'acme', team_slug: 'finops' };
    expect((await app.teams.getMembershipForUserInOrg({ ...membership, username: 'fred' })).data).toMatchObject({
      state: 'active',
    });
    const other = app.teams.getMembershipForUserInOrg({ ...membership, username: 'max' });
    expect((await refusalOf(other)).status).toBe(404);
    expect((await app.orgs.checkMembershipForUser({ org: 'acme', username: 'rita' })).status).toBe(204);
  });
});

describe('labels', () => {
  it('come into being on an issue, and keep to their case', async () => {
    const github = await startGitHub();
    try {
      const repo = await github.createRepository({ owner: 'acme', name: 'infra' });
      const issue = { owner: 'acme', repo: 'infra', issue_number: github.createIssue(repo, { title: 'x' }) };
      const client = clientWith(github, repo, { issues: 'write' });
      const { data } = await client.issues.addLabels({ ...issue, labels: ['Cost', 'BUG'] });
      expect(data).toMatchObject([
        { name: 'Cost', color: 'ededed', default: false },
        { name: 'bug', default: true },
      ]);
      expect((await refusalOf(client.issues.removeLabel({ ...issue, name: 'nothing' }))).body).toMatchObject({
        message: 'Label does not exist',
      });
      await client.issues.updateLabel({ owner: 'acme', repo: 'infra', name: 'cost', new_name: 'money' });
      expect(github.labels(repo, issue.issue_number)).toEqual(['money', 'bug']);
      await client.issues.deleteLabel({ owner: 'acme', repo: 'infra', name: 'money' });
      expect(github.labels(repo, issue.issue_number)).toEqual(['bug']);
    } finally {
      await github.close();
    }
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../test/shape.ts';
import { type Stop, takeTour } from '../../test/tour.ts';
import { githubDescription } from './description.ts';
import { type GitHub, startGitHub } from './index.ts';
import { asList, entriesOf, member } from './json.ts';
import { createSchemaChecks } from './schema-checks.ts';

const file = new URL('../../test/data/github-examples.json', import.meta.url);
const examples = new Map(entriesOf(member(JSON.parse(readFileSync(file, 'utf8')), 'operations')));
const { operations } = githubDescription();

/** Members of examples that an answer may well lack, and why. */
const SOMETIMES: readonly (readonly [path: RegExp, why: string])[] = [
  [/\.template_repository is missing$/, 'only of a repository made from a template'],
  [/^\.(parent|source) is missing$/, 'only of a fork'],
  [/\.(permissions|temp_clone_token) is missing$/, 'of a repository in another object: seen with some tokens only'],
  [/\.security_and_analysis is missing$/, 'needs the permission administration'],
  [/\.protection(_url)? is missing$/, 'only of a protected branch'],
  [/\.pull_request is missing$/, 'only of an issue that is a pull request'],
  [/\.in_reply_to_id is missing$/, 'only of a reply'],
  [/^\.submitted_at is missing$/, 'not of a pending review'],
  [/^\.discussion_url is missing$/, 'only of a release with a discussion'],
  [/^\.plan is missing$/, 'seen with some tokens only'],
  [/^\.organization\.\w+ is missing$/, 'only when the organization has filled it in'],
  [/^\.(\w+_keys|ssh_key_fingerprints|domains|importer|packages|pages) is missing$/, 'addresses of github.com'],
  [/^\.(github_enterprise_importer|actions_macos|dependabot|copilot) is missing$/, 'addresses of github.com'],
  [/\.\$ref is missing$/, 'the example is broken: a reference that was not resolved'],
];

describe("GitHub's own examples", () => {
  let github: GitHub;
  let stops: readonly Stop[] = [];
  beforeAll(async () => {
    github = await startGitHub({ actionsMayApprove: true });
    stops = await takeTour(github);
  });
  afterAll(() => github.close());

  const checks = createSchemaChecks(githubDescription());
  const bodies = operations.flatMap((operation) =>
    asList(member(examples.get(operation.id), 'requests')).map((body, index) => ({ operation, body, index })),
  );
  it.each(bodies)('accepts the body $index of $operation.id', ({ operation, body }) => {
    expect(checks.body(operation, body)).toMatchObject({ ok: true });
  });

  it.each(operations)('answers $id in the shape of the example', ({ id }) => {
    const answer = member(examples.get(id), 'answer');
    const status = member(answer, 'status');
    const stop = stops.find(
      (one) => one.operationId === id && (status === undefined ? one.status < 400 : one.status === status),
    );
    expect(stop, 'the operation was not answered').toBeDefined();
    const found = differences(member(answer, 'shape'), stop?.body);
    expect(found.filter((difference) => !SOMETIMES.some(([expression]) => expression.test(difference)))).toEqual([]);
  });
});

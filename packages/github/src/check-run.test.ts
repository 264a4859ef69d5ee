import type { Fault } from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acmeInfra, openScene, type Scene } from '../test/scene.ts';
import { annotationLimit, type CheckRun, publishCheckRun } from './check-run.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.github.close());

function checkRun(annotations: number): CheckRun {
  return {
    repository: acmeInfra,
    sha: scene.pullRequest.headSha,
    name: 'Tag policy',
    conclusion: 'failure',
    title: 'blocked: 1 failed',
    summary: '### Tags: blocked',
    annotations: Array.from({ length: annotations }, (_, index) => ({
      path: 'main.tf',
      startLine: 1,
      endLine: 1,
      level: 'failure',
      title: 'required-tags/keys',
      message: `aws_instance.web[${index}]: The tag Owner is missing.`,
    })),
    detailsUrl: 'https://github.com/acme/infra/actions/runs/12',
    externalId: '12/1',
  };
}

const runs = () => scene.github.checkRuns(scene.repository, scene.pullRequest.headSha);
const messages = () => runs().flatMap((run) => run.annotations.map(({ message }) => message));
const expected = (count: number) => checkRun(count).annotations.map(({ message }) => message);

describe('a check run', () => {
  it.each([0, 1, 50, 51, 170])('carries %i annotations in batches of 50', async (count) => {
    expect(await publishCheckRun(await scene.client(), checkRun(count))).toMatchObject({ kind: 'published' });
    expect(runs()).toMatchObject([{ name: 'Tag policy', conclusion: 'failure', status: 'completed' }]);
    expect(messages()).toEqual(expected(count));
  });

  it('leaves out annotations above the limit', async () => {
    await publishCheckRun(await scene.client(), checkRun(annotationLimit + 1));
    expect(messages()).toHaveLength(annotationLimit);
  });

  it('is a value, not an error, with a token that may only read', async () => {
    const client = await scene.client({ checks: 'read' });
    expect(await publishCheckRun(client, checkRun(1))).toMatchObject({ kind: 'read-only', accepted: 'checks=write' });
  });

  const faults: { name: string; fault: Fault }[] = [
    { name: 'the answer to its creation is lost', fault: { method: 'POST', kind: 'lost-after' } },
    { name: 'its creation fails with 502', fault: { method: 'POST', kind: 'server-error', status: 502 } },
    { name: 'the answer to a batch is lost', fault: { method: 'PATCH', kind: 'lost-after' } },
    {
      name: 'the second batch is lost before it is written',
      fault: { method: 'PATCH', kind: 'lost-before', after: 1 },
    },
    { name: 'a batch is answered with half an answer', fault: { method: 'PATCH', kind: 'truncated' } },
    {
      name: 'a batch meets the secondary limit',
      fault: { method: 'PATCH', kind: 'secondary-rate-limit', retryAfterSeconds: 1 },
    },
  ];
  it.each(faults)('is one and has every annotation once when $name', async ({ fault }) => {
    const handle = scene.github.fault(fault);
    await publishCheckRun(await scene.client(), checkRun(170));
    expect(handle.hits).toBe(1);
    expect(runs()).toHaveLength(1);
    expect(messages()).toEqual(expected(170));
  });
});

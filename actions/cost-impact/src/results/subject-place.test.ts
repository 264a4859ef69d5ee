import { describe, expect, it } from 'vitest';
import { subjectPlace } from './subject-place.ts';

const several = (...rootModules: string[]) => ({ rootModules, isOneOfSeveral: true });

describe('a subject of a job among those of all jobs', () => {
  it.each([
    ['resource', 'aws_instance.web', several('infra/prod'), 'infra/prod:aws_instance.web'],
    ['resource', 'infra/prod:aws_instance.web', several('infra/prod', 'infra/dev'), 'infra/prod:aws_instance.web'],
    ['root-module', 'infra/prod', several('infra/prod'), 'infra/prod'],
  ])('%s %s is whole', (kind, id, job, expected) => {
    expect(subjectPlace({ kind, id }, job)).toEqual({ reference: { kind, id: expected }, partOf: null });
  });

  it.each([
    ['change', 'total', several('infra/prod'), 'total of infra/prod'],
    ['change', 'total', several('a', 'b'), 'total of a, b'],
    ['environment', 'prod', several('a', 'b', 'c', 'd'), 'prod of a, b and 2 more'],
  ])('%s %s is a part', (kind, id, job, expected) => {
    expect(subjectPlace({ kind, id }, job)).toEqual({ reference: { kind, id: expected }, partOf: { kind, id } });
  });

  it.each(['change', 'environment', 'resource', 'root-module'])('%s is what it is in the only job', (kind) => {
    const subject = { kind, id: 'a' };
    expect(subjectPlace(subject, { rootModules: ['a'], isOneOfSeveral: false })).toEqual({
      reference: subject,
      partOf: null,
    });
  });
});

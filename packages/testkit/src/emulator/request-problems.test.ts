import { describe, expect, it } from 'vitest';
import { githubDescription } from './description.ts';
import { requestError, unknownFields } from './request-problems.ts';
import { createSchemaChecks } from './schema-checks.ts';

const description = githubDescription();
const checks = createSchemaChecks(description);

function operation(id: string) {
  const found = description.operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

const run = { name: 'tags', head_sha: 'abc' };
const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };

describe('requestError', () => {
  it.each([
    { id: 'issues/create-comment', body: {}, says: '"body" wasn\'t supplied.' },
    { id: 'issues/create-comment', body: { body: 1 }, says: "For 'properties/body', 1 is not a string." },
    { id: 'issues/create-comment', body: { body: null }, says: "For 'properties/body', nil is not a string." },
    { id: 'issues/create-comment', body: { body: '', text: '' }, says: '"text" is not a permitted key.' },
    {
      id: 'checks/create',
      body: { ...run, status: 'done' },
      says: 'For \'properties/status\', "done" is not a member of ["queued","in_progress","completed"].',
    },
    {
      id: 'checks/create',
      body: { ...run, output: { title: 't', summary: 'x'.repeat(65_536) } },
      says: 'Only 65535 characters are allowed; 65536 were supplied.',
    },
    {
      id: 'checks/create',
      body: { ...run, output: { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) } },
      says: 'No more than 50 items are allowed; 51 were supplied.',
    },
    {
      id: 'checks/create',
      body: { ...run, output: { title: 't', summary: 's', annotations: [{ ...annotation, line: 1 }] } },
      says: 'For \'properties/output/annotations/0\', "line" is not a permitted key.',
    },
  ])('$id: $says', ({ id, body, says }) => {
    const checked = checks.body(operation(id), body);
    const error = requestError(checked.ok ? [] : checked.problems);
    expect({ status: error.status, message: error.message }).toEqual({
      status: 422,
      message: `Invalid request.\n\n${says}`,
    });
  });
});

describe('unknownFields', () => {
  it.each([
    { name: 'a member', id: 'issues/create-comment', body: { body: '', text: '' }, fields: ['text'] },
    { name: 'a member inside', id: 'issues/update', body: { labels: [{ nam: 'x' }] }, fields: ['labels/0/nam'] },
    {
      name: 'several',
      id: 'repos/create-release',
      body: { tag_name: 'v1', tag: 'v1', notes: '' },
      fields: ['tag', 'notes'],
    },
    {
      name: 'none in a free object',
      id: 'repos/create-deployment',
      body: { ref: 'x', payload: { any: 1 } },
      fields: [],
    },
    {
      name: 'none in an alternative',
      id: 'checks/update',
      body: { status: 'completed', conclusion: 'success' },
      fields: [],
    },
  ])('names $name', ({ id, body, fields }) => {
    const checked = checks.body(operation(id), body);
    expect(unknownFields(checked.ok ? [] : checked.problems)).toEqual(fields);
  });
});

describe('queries', () => {
  it('become numbers and booleans', () => {
    expect(checks.query(operation('issues/list-comments'), { per_page: '100' })).toMatchObject({
      value: { per_page: 100 },
    });
  });

  it('with unknown names are refused', () => {
    expect(checks.query(operation('issues/list-comments'), { perpage: '100' })).toMatchObject({ ok: false });
  });
});

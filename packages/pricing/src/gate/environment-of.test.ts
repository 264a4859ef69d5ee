import { expect, it } from 'vitest';
import { environmentOf } from './environment-of.ts';

it.each([
  ['live/prod/network', undefined, 'prod'],
  ['test/fixtures/staging', undefined, 'staging'],
  ['infra', 'dev', 'dev'],
  ['live/prod', 'dev', 'dev'],
  ['live/prod', 'default', 'prod'],
  ['infra/products', undefined, null],
  ['.', 'default', null],
])('the environment of %s in workspace %s is %s', (folder, workspace, environment) => {
  expect(environmentOf({ folder, ...(workspace === undefined ? {} : { workspace }) })).toBe(environment);
});

it('is one of those that there are', () => {
  expect(environmentOf({ folder: 'live/blue' }, ['blue', 'green'])).toBe('blue');
  expect(environmentOf({ folder: 'live/prod' }, ['blue', 'green'])).toBe(null);
});

import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

const debian = '/usr/bin/chromium';

describe('the browser for tests of pages', () => {
  it.each<[string, Record<string, string>, string[], string | undefined]>([
    ['is where Debian has it', {}, [debian], debian],
    ['is where the environment says', { CHROMIUM_PATH: '/opt/chrome' }, [debian, '/opt/chrome'], '/opt/chrome'],
    ['is looked for when the environment says nothing', { CHROMIUM_PATH: '' }, [debian], debian],
    ['can be missing', {}, [], undefined],
  ])('%s', (_, env, files, path) => {
    expect(findChromium(env, (file) => files.includes(file))).toBe(path);
  });

  it.each([
    [
      'that is named but not there',
      { CHROMIUM_PATH: '/opt/chrome' },
      'CHROMIUM_PATH is /opt/chrome, where no file is.',
    ],
    ['that is needed', { TOLLGATE_REQUIRE_CHROMIUM: '1' }, 'Install it, such as with "apt-get install chromium"'],
  ])('is an error when it is one %s', (_, env, message) => {
    expect(() => findChromium(env, () => false)).toThrow(message);
  });
});

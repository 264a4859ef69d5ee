import { existsSync } from 'node:fs';

/** Where Debian, Ubuntu and GitHub's runners have it. */
const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * findChromium gives the path of the browser for tests of pages: CHROMIUM_PATH, or where it usually is; undefined when this
 * machine has none, and such tests are left out.
 * @throws Error when it is missing and must not be: CHROMIUM_PATH leads nowhere, or TOLLGATE_REQUIRE_CHROMIUM is 1.
 */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (exists(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, where no file is. Set it to the program of Chromium, or leave it out.`);
  }
  const found = usualPaths.find(exists);
  if (found === undefined && env.TOLLGATE_REQUIRE_CHROMIUM === '1') {
    throw new Error(
      `Chromium is not at ${usualPaths.join(', ')}. Install it, such as with "apt-get install chromium", or set CHROMIUM_PATH.`,
    );
  }
  return found;
}

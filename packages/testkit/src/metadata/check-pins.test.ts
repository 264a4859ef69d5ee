import { describe, expect, it } from 'vitest';
import { checkPins } from './check-pins.ts';

const sha = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const step = (uses: string) => `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: ${uses}
`;
const call = (uses: string) => `on: push
jobs:
  a:
    uses: ${uses}
`;

describe('checkPins', () => {
  it.each([
    ['a SHA with its version', step(`actions/checkout@${sha} # v5.0.0`)],
    ['a quoted SHA', step(`'actions/checkout@${sha}'  # 5.0.0`)],
    ['a local action', step('./actions/tag-policy')],
    ['an action of the own repository', step('$/actions/tag-policy')],
    ['a released action of this project', step('tollgate/tollgate/actions/tag-policy@v1')],
    ['an image by its digest', step(`docker://alpine@sha256:${'0'.repeat(64)}`)],
    ['a reusable workflow by its SHA', call(`a/b/.github/workflows/c.yml@${sha} # v1`)],
    ['a local reusable workflow', call('./.github/workflows/c.yml')],
  ])('accepts %s', async (_name, text) => {
    expect(await checkPins(text, 'ci.yml')).toEqual([]);
  });

  it.each([
    ['a tag', step('actions/checkout@v5'), 6, "'actions/checkout@v5' is not pinned"],
    ['a short SHA', step(`actions/checkout@${sha.slice(0, 7)} # v5`), 6, 'is not pinned'],
    ['a SHA without its version', step(`actions/checkout@${sha}`), 6, 'does not say its version'],
    ['a comment that is no version', step(`actions/checkout@${sha} # latest`), 6, 'does not say its version'],
    ['an image by its tag', step('docker://alpine:3'), 6, "add '@sha256:' and its digest"],
    ['a reusable workflow by a branch', call('a/b/.github/workflows/c.yml@main'), 4, 'is not pinned'],
  ])('finds %s', async (_name, text, line, message) => {
    expect(await checkPins(text, 'ci.yml')).toEqual([
      { file: 'ci.yml', line, column: expect.any(Number), message: expect.stringContaining(message) },
    ]);
  });
});

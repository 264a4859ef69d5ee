import { describe, expect, it } from 'vitest';
import { formatProblem } from '../metadata/problem.ts';
import { checkLinks, type Pages } from './check-links.ts';
import { readMarkdown } from './markdown.ts';

const files: Readonly<Record<string, string>> = {
  'README.md': '# Tollgate\n\n## Use it\n',
  'docs/guide.md': '# Guide\n\n## First steps\n',
  'docs/two words.md': '',
  'docs/logo.svg': '<svg/>',
  'src/main.ts': '',
};
const pages: Pages = {
  kindOf(path) {
    if (path in files) return 'file';
    return ['.', 'docs', 'src'].includes(path) ? 'folder' : undefined;
  },
  page: (path) => readMarkdown(files[path] ?? ''),
};

const check = (link: string) =>
  checkLinks(readMarkdown(`# Here\n\nSee [this](${link}).\n`), 'docs/page.md', pages).map(formatProblem);

describe('checkLinks', () => {
  it.each([
    'guide.md',
    './guide.md#first-steps',
    '../README.md#use-it',
    '/README.md',
    '../',
    '../docs/',
    'logo.svg?raw=true',
    'two%20words.md',
    '../src/main.ts#L10-L20',
    'https://example.org/nowhere#x',
    'mailto:a@example.org',
  ])('accepts %s', (link) => {
    expect(check(link)).toEqual([]);
  });

  it.each([
    ['guides.md', "docs/page.md:3:5 the link 'guides.md' leads to 'docs/guides.md', which does not exist."],
    ['README.md', "docs/page.md:3:5 the link 'README.md' leads to 'docs/README.md', which does not exist."],
    ['guide.md#last-steps', "docs/page.md:3:5 'docs/guide.md' has no heading for '#last-steps'."],
    ['guide.md#First-Steps', "docs/page.md:3:5 'docs/guide.md' has no heading for '#First-Steps'."],
    ['logo.svg#x', "docs/page.md:3:5 'docs/logo.svg' has no headings, so that '#x' leads nowhere."],
    ['../../issues', "docs/page.md:3:5 the link '../../issues' leads out of the repository."],
    ['%zz.md', "docs/page.md:3:5 the link '%zz.md' is not a valid address."],
  ])('refuses %s', (link, problem) => {
    expect(check(link)).toEqual([problem]);
  });

  it('reads anchors of the page itself', () => {
    const page = readMarkdown('# Here\n\n[up](#here) [down](#there)\n');
    const own: Pages = { kindOf: () => 'file', page: () => page };
    expect(checkLinks(page, 'a.md', own).map(formatProblem)).toEqual(["a.md:3:13 'a.md' has no heading for '#there'."]);
  });

  it('checks images and HTML like links', () => {
    const page = readMarkdown('![a](no.png)\n\n<img src="neither.png">\n');
    expect(checkLinks(page, 'README.md', pages)).toHaveLength(2);
  });
});

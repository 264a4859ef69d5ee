import { arrange, formatReport, toMarkdown } from '@tollgate/reporting';
import { describe, expect, it } from 'vitest';
import { reportOn } from './cost-change/sample.ts';
import { samples } from './cost-change/samples.ts';

/** The most characters of a comment on GitHub. */
const limit = 65_536;

const placeUrl = (file: string, line: number) => `https://github.com/acme/infra/blob/abc/${file}#L${line}`;

describe('a change of the cost', () => {
  it.each(Object.entries(samples))('looks as reviewed: %s', async (name, sample) => {
    const report = await reportOn(sample);
    const comment = toMarkdown(arrange(report), { limit, placeUrl });
    expect(comment.length).toBeLessThanOrEqual(limit);
    await expect(comment).toMatchFileSnapshot(`golden/cost-change/${name}.md`);
    await expect(formatReport(report, 'text', { color: false })).toMatchFileSnapshot(`golden/cost-change/${name}.txt`);
  });

  it('looks as reviewed as a page', async () => {
    const report = await reportOn(samples.unknowns ?? { roots: [] });
    const page = formatReport(report, 'html', { color: false, html: { placeUrl } });
    // The style and the script of the page have tests of their own.
    const content = page
      .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>')
      .replace(/content="default-src[^"]*"/, '');
    await expect(content).toMatchFileSnapshot('golden/cost-change/unknowns.html');
  });
});

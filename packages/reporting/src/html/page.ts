import { createHash } from 'node:crypto';
import type { Section } from '@tollgate/policy-engine';
import type { ArrangedReport } from '../arrange.ts';
import { plainText } from '../phrase.ts';
import { clip } from '../visible.ts';
import { type Html, html, ownSource, when } from './markup.ts';
import { script, style } from './page.gen.ts';
import { type PlaceUrl, phraseHtml } from './phrase-html.ts';
import { sectionHtml } from './section-html.ts';

/** What a page needs to know of the place where its report was made. */
export interface HtmlOptions {
  readonly placeUrl?: PlaceUrl;
}

/** Longer titles do not fit into the tab of a browser. */
const titleLimit = 120;

/** Fewer sections are seen at a glance. */
const listedSections = 4;

/** More links than this would stand between the reader and what they lead to. */
const openLinks = 12;

/**
 * Writes a report as one HTML page that needs nothing else: no network, no server. It may run and use only the style and the
 * script that are ours, by their hashes; without the script all of it can still be read. The same report gives the same bytes.
 */
export function toHtml(report: ArrangedReport, { placeUrl }: HtmlOptions = {}): string {
  const sections = report.sections.map((section, index) => ({ section, id: `section-${index + 1}` }));
  const appendix = (report.appendix?.() ?? []).map((section, index) => ({ section, id: `appendix-${index + 1}` }));
  const all = [...sections, ...appendix];
  const footer = report.footer.map((phrase) => html`<li>${phraseHtml(phrase, placeUrl)}</li>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${clip(plainText(report.headline), titleLimit)}</title>
<style>${ownSource(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="${report.outcome}">
<h1>${phraseHtml(report.headline, placeUrl)}</h1>
</header>
${when(all.length >= listedSections, contents(all))}<main id="content" tabindex="-1">
${all.map(({ section, id }) => sectionHtml(section, id, placeUrl))}</main>
${when(footer.length > 0, html`<footer>\n<ul>${footer}</ul>\n</footer>\n`)}<script>${ownSource(script)}</script>
</body>
</html>
`.html;
}

function contents(sections: readonly { readonly section: Section; readonly id: string }[]): Html {
  const links = sections.map(({ section, id }) => html`<li><a href="#${id}">${section.title}</a></li>\n`);
  const list = html`<ul>
${links}</ul>
`;
  return html`<nav aria-label="Contents">
${links.length <= openLinks ? list : html`<details><summary>Contents</summary>\n${list}</details>\n`}</nav>
`;
}

/** What the page may do: use our style and our script, and nothing else. */
function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

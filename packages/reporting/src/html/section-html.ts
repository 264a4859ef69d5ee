import type { Block, Section } from '@tollgate/policy-engine';
import { chartHtml } from './chart-html.ts';
import { type Html, html } from './markup.ts';
import { type PlaceUrl, phraseHtml } from './phrase-html.ts';
import { tableHtml } from './table-html.ts';

/** Writes a section that links can lead to; a folded one can be opened without a script. */
export function sectionHtml({ title, folded, blocks }: Section, id: string, placeUrl?: PlaceUrl): Html {
  const content = blocks.map((block) => blockHtml(block, title, placeUrl));
  if (folded) {
    return html`<details class="section"><summary><h2>${title}</h2></summary>
<div id="${id}">
${content}</div>
</details>
`;
  }
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}</section>
`;
}

function blockHtml(block: Block, title: string, placeUrl?: PlaceUrl): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${phraseHtml(block.content, placeUrl)}</p>
`;
    case 'list':
      return html`<ul>
${block.items.map((item) => html`<li>${phraseHtml(item, placeUrl)}</li>\n`)}</ul>
`;
    case 'table':
    case 'tree':
      return tableHtml(block, title, placeUrl);
    case 'chart':
      return chartHtml(block);
  }
}

import type { Inline, Phrase } from '@tollgate/policy-engine';
import { inlines } from '../phrase.ts';
import { type Html, html } from './markup.ts';

/** Gives the address of a place in the repository, if there is one. */
export type PlaceUrl = (file: string, startLine: number, endLine?: number) => string | undefined;

/** Shorter names stay on one line. */
const breakable = 24;

/** Writes a phrase as HTML. */
export function phraseHtml(phrase: Phrase, placeUrl?: PlaceUrl): Html {
  return html`${inlines(phrase).map((part) => inlineHtml(part, placeUrl))}`;
}

function inlineHtml(part: Inline, placeUrl?: PlaceUrl): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'code':
      return codeHtml(part.text);
    case 'strong':
      return html`<strong>${part.text}</strong>`;
    case 'link':
      return linkHtml(html`${part.text}`, part.url);
    case 'place': {
      const { file, startLine, endLine } = part.place;
      return linkHtml(codeHtml(`${file}:${startLine}`), placeUrl?.(file, startLine, endLine));
    }
  }
}

/** A name from the configuration. Long ones may be broken after a dot, where browsers do not break by themselves. */
function codeHtml(name: string): Html {
  const parts = name.length > breakable ? name.split(/(?<=\.)(?=[\w])/) : [name];
  return html`<code>${parts.map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`))}</code>`;
}

/** A link to a page on the web; what leads anywhere else, such as `javascript:`, is only its text. */
function linkHtml(content: Html, url: string | undefined): Html {
  const isPage = url !== undefined && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
  return isPage ? html`<a href="${url}" rel="noopener noreferrer">${content}</a>` : content;
}

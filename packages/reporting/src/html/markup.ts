import { visible } from '../visible.ts';

/** A piece of HTML. It only comes from `html`, so that nothing stands in a page without having been escaped. */
export interface Html {
  readonly html: string;
}

/** What can stand in a piece of HTML: text, which is escaped, and other pieces. */
export type HtmlPart = string | number | Html | readonly Html[];

/**
 * Puts parts into HTML. Texts are escaped for content and for values of attributes, which must stand in double quotes.
 * @example html`<code title="${name}">${name}</code>`
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { html: fixed.reduce((text, piece, index) => text + written(parts[index - 1] ?? '') + piece) };
}

/** A piece that is there only on a condition. */
export function when(condition: boolean, piece: Html): Html {
  return condition ? piece : nothing;
}

const nothing: Html = { html: '' };

/** Our own stylesheet and script, which are no text. */
export function ownSource(source: string): Html {
  return { html: source };
}

function written(part: HtmlPart): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"]/g, (sign) => references[sign] ?? sign);
}

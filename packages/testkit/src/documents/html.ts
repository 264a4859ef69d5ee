/** htmlComments gives the texts of the comments in a piece of HTML. */
export function htmlComments(html: string): string[] {
  return html
    .split('<!--')
    .slice(1)
    .map((part) => (part.split('-->')[0] ?? '').trim());
}

/** What a piece of HTML in Markdown leads to, and the names that lead to it. */
export interface HtmlReferences {
  readonly targets: readonly string[];
  readonly names: readonly string[];
}

/**
 * htmlReferences reads the quoted attributes `href`, `src` and `srcset` as targets and `id` and `name` as names. That
 * is what Markdown pages use of HTML; comments are left out.
 */
export function htmlReferences(html: string): HtmlReferences {
  const targets: string[] = [];
  const names: string[] = [];
  const attribute = /\s(href|src|srcset|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
  for (const [, key = '', double, single] of withoutComments(html).matchAll(attribute)) {
    const value = double ?? single ?? '';
    if (key.toLowerCase() === 'srcset') targets.push(...sources(value));
    else if (key.toLowerCase() === 'href' || key.toLowerCase() === 'src') targets.push(value);
    else names.push(value);
  }
  return { targets, names };
}

/** The addresses in `a.svg 1x, b.svg 2x`. */
function sources(srcset: string): string[] {
  return srcset
    .split(',')
    .map((source) => source.trim().split(/\s/)[0] ?? '')
    .filter((source) => source !== '');
}

function withoutComments(html: string): string {
  return html
    .split('<!--')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('-->') + '-->'.length)))
    .join('');
}

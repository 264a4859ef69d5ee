/** Characters that a terminal or a browser does not show, or that turn the direction of writing. */
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** So much of a text is shown in a message. */
const shownCharacters = 60;

/** A text of a document in a message: in quotes, short, and with nothing in it that does not show. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 2 * shownCharacters + 2)];
  const shown =
    characters.length > shownCharacters || text.length > 2 * shownCharacters + 2
      ? `${characters.slice(0, shownCharacters).join('')}…`
      : text;
  return visible(JSON.stringify(shown));
}

/** A text in which every character shows. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A way into a document as people write it: `spec.rules[0].level`; empty for the document itself. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]{1,60}$/.test(step)) return `[${quote(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

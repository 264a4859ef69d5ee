/**
 * Takes the GitHub-only effects out of plain text, which Markdown's own escapes do not cover: `@name` would notify a person,
 * `#12`, `GH-12` and `owner/name#12` would link other issues back to this one, a bare address would become a link and
 * `:white_check_mark:` a picture. A zero-width space beside the sign leaves the text readable.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/@(?=[\w-])/g, '@\u200b')
    .replaceAll(/#(?=\d)/g, '#\u200b')
    .replaceAll(/\b(GH)-(?=\d)/gi, '$1-\u200b')
    .replaceAll(/\b(https?|ftp|mailto|xmpp):(?=\S)/gi, '$1:\u200b')
    .replaceAll(/\b(www)\.(?=\S)/gi, '$1\u200b.')
    .replaceAll(/:(?=[\w+-]+:)/g, ':\u200b');
}

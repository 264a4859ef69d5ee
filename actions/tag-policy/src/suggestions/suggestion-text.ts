import { code, codes, type Inline, text } from '@tollgate/policy-engine';
import { blocksMarkdown } from '@tollgate/reporting';
import type { Fix } from '@tollgate/resources';

/** So many fixes of one edit are named. */
const mostNamed = 10;

/** What an edit mends, as Markdown: a line for each fix. Names and values come from the pull request and are data. */
export function suggestionText(fixes: readonly Fix[]): string {
  const items = fixes.slice(0, mostNamed).map(fixPhrase);
  const rest = fixes.length - items.length;
  const [only] = items;
  if (items.length === 1 && only !== undefined) return blocksMarkdown([{ kind: 'paragraph', content: only }]);
  return blocksMarkdown([{ kind: 'list', items: [...items, ...(rest === 0 ? [] : [`and ${rest} more`])] }]);
}

function fixPhrase(fix: Fix): Inline[] {
  const rules = fix.violations.map(({ policy, rule }) => `${policy}/${rule}`);
  return [code(fix.subject.id), text(': '), ...actionPhrase(fix), text(' ('), ...codes(rules), text(')')];
}

function actionPhrase({ action, key, to, origin, message = '' }: Fix): Inline[] {
  const name = code(key ?? '');
  const value = code(to ?? '');
  switch (action) {
    case 'add':
      return [
        text('add the tag '),
        name,
        text(' with the value '),
        value,
        text(origin === 'siblings' ? ', on which other resources agree' : ''),
      ];
    case 'rename':
      return [text('write the tag '), name, text(' as '), value];
    case 'set':
      return [text('set the tag '), name, text(' to '), value];
    case 'remove':
      return [text('remove the tag '), name];
    case 'alternative':
      return [text(message)];
    case 'none':
      return [text('mend the tag '), name];
  }
}

import { clip, counted, visible } from '@tollgate/reporting';
import { type Fix, fixHunks, type Hunk, type PlannedFixes } from '@tollgate/resources';

/** How a plan is shown. */
export interface FixTextOptions {
  /** How people call a file of the tree. */
  readonly nameOf: (path: string) => string;
  /** Whether the edits are written already. */
  readonly isWritten: boolean;
  readonly color: boolean;
}

/** A plan of fixes for people: what is done as short diffs, then what is left and why. */
export function fixText(planned: PlannedFixes, options: FixTextOptions): string {
  const { plan } = planned;
  const left = plan.fixes.filter(({ outcome }) => outcome === 'refused');
  const lines = [headline(planned, options.isWritten)];
  let file: string | null = null;
  for (const hunk of fixHunks(planned)) {
    if (hunk.file !== file) lines.push('', visible(options.nameOf(hunk.file)));
    file = hunk.file;
    lines.push(...hunkLines(hunk, options.color));
  }
  if (left.length > 0) lines.push('', 'Left', ...left.flatMap((fix) => leftLines(fix, options)));
  if (plan.notices.length > 0)
    lines.push('', 'Also to know', ...plan.notices.map((notice) => `  - ${visible(notice)}`));
  if (plan.summary.mended > 0 && !options.isWritten) lines.push('', 'Nothing is written yet. Add --write to write it.');
  return `${lines.join('\n')}\n`;
}

function headline({ plan, texts }: PlannedFixes, isWritten: boolean): string {
  const { mended, refused } = plan.summary;
  if (mended + refused === 0) return 'Fixes: nothing to do. No rule is broken that can be mended.';
  const all = counted(mended + refused, 'violation');
  const left = refused === 0 ? '' : ` ${refused} ${refused === 1 ? 'is' : 'are'} left.`;
  if (mended === 0) return `Fixes: none of ${all} can be mended.`;
  const where = counted(texts.size, 'file');
  return isWritten
    ? `Fixes: mended ${mended} of ${all}, in ${where}.${left}`
    : `Fixes: ${mended} of ${all} can be mended, in ${where}.${left}`;
}

/** The fixes of a hunk that are named; the rest is counted. */
const MAX_NAMED = 5;

function hunkLines({ fixes, lines, start, newStart }: Hunk, color: boolean): string[] {
  const named = fixes.slice(0, MAX_NAMED).map((fix) => `  ${doneText(fix)}`);
  const more = fixes.length > MAX_NAMED ? [`  and ${fixes.length - MAX_NAMED} more`] : [];
  const size = (...signs: string[]) => lines.filter(({ sign }) => signs.includes(sign)).length;
  const header = `    @@ -${start},${size(' ', '-')} +${newStart},${size(' ', '+')} @@`;
  return [...named, ...more, header, ...lines.map(({ sign, text }) => `    ${painted(sign, text, color)}`.trimEnd())];
}

const colors = { ' ': '', '-': '31', '+': '32' } as const;

function painted(sign: keyof typeof colors, text: string, color: boolean): string {
  const line = `${sign}${clip(visible(text), 200)}`;
  return color && sign !== ' ' ? `\u001b[${colors[sign]}m${line}\u001b[0m` : line;
}

function doneText(fix: Fix): string {
  return `${visible(fix.subject.id)}: ${actionText(fix)} (${rulesText(fix)})`;
}

function actionText({ action, key, to, origin, message = '' }: Fix): string {
  const name = visible(clip(key ?? '', 60));
  const value = visible(clip(to ?? '', 60));
  switch (action) {
    case 'add':
      return `add ${name} = "${value}"${origin === 'siblings' ? ', a suggestion: other resources agree on it' : ''}`;
    case 'rename':
      return `rename ${name} to ${value}`;
    case 'set':
      return `set ${name} to "${value}"`;
    case 'remove':
      return `remove ${name}`;
    case 'alternative':
      return visible(message.replace(/\.$/, ''));
    case 'none':
      return name;
  }
}

function leftLines(fix: Fix, { nameOf }: FixTextOptions): string[] {
  const { subject, source, reason = '' } = fix;
  const place = source === undefined ? '' : `  ${visible(nameOf(source.file))}:${source.startLine}`;
  const what = actionText(fix);
  const dot = /[.…?]$/.test(reason) ? '' : '.';
  return [
    `  ${visible(subject.id)}${what === '' ? '' : `: ${what}`} (${rulesText(fix)})${place}`,
    `    ${visible(reason.charAt(0).toUpperCase() + reason.slice(1))}${dot}`,
  ];
}

function rulesText({ violations }: Fix): string {
  return violations.map(({ policy, rule }) => visible(`${policy}/${rule}`)).join(', ');
}

import { code, codes, type Inline, type Phrase, text, type Verdict } from '@tollgate/policy-engine';
import { readSuggestion, type Suggestion } from './suggestion-evidence.ts';

/** How many suggestions stand in a report, and how many resources are named for each. */
const mostRemedies = 8;
const mostNames = 3;

/** What could be done about tags that are missing or wrong, as far as something tells: one way for all resources that need it. */
export function suggestionRemedies(
  verdicts: readonly Pick<Verdict, 'outcome' | 'evidence' | 'subject'>[],
): readonly Phrase[] {
  const groups = new Map<string, { readonly suggestion: Suggestion; readonly subjects: Set<string> }>();
  for (const { outcome, evidence = [], subject } of verdicts) {
    if (outcome !== 'fail') continue;
    for (const suggestion of firstOfEach(evidence.flatMap((entry) => readSuggestion(entry) ?? []))) {
      const { kind, key, value } = suggestion;
      const name = JSON.stringify([kind, key, value]);
      const group = groups.get(name) ?? { suggestion, subjects: new Set() };
      groups.set(name, group);
      group.subjects.add(subject.id);
    }
  }
  const sorted = [...groups.values()].sort((a, b) => b.subjects.size - a.subjects.size);
  const shown = sorted.slice(0, mostRemedies).map(({ suggestion, subjects }) => remedy(suggestion, [...subjects]));
  const rest = sorted.length - shown.length;
  return rest === 0
    ? shown
    : [...shown, `${rest} more ${rest === 1 ? 'suggestion is' : 'suggestions are'} in the findings.`];
}

/** Of several values for one key the most likely one is the way out; the finding names them all. */
function firstOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const first = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const name = `${suggestion.kind} ${suggestion.key}`;
    if (!first.has(name)) first.set(name, suggestion);
  }
  return [...first.values()];
}

function remedy({ kind, key, value }: Suggestion, subjects: readonly string[]): Inline[] {
  const what: Inline[] =
    kind === 'key'
      ? [text('Write the key '), code(key), text(' as '), code(value)]
      : [text('Set '), code(key), text(' to '), code(value)];
  return [...what, text(' on '), ...whom(subjects)];
}

function whom(subjects: readonly string[]): Inline[] {
  if (subjects.length <= mostNames) return [...codes(subjects), text('.')];
  const rest = subjects.length - mostNames;
  return [...codes(subjects.slice(0, mostNames)), text(` and ${rest.toLocaleString('en-US')} more.`)];
}

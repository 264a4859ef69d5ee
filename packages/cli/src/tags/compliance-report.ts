import { code, type Phrase, text } from '@tollgate/policy-engine';
import { type ArrangedReport, toJson, toMarkdown, toTerminal } from '@tollgate/reporting';
import { complianceSection, complianceText, type TagCompliance } from '@tollgate/tags';

/** The formats of a report on compliance. */
export const complianceFormats = ['text', 'json', 'markdown'] as const;
export type ComplianceFormat = (typeof complianceFormats)[number];

/** Writes a report on compliance. */
export function complianceReport(compliance: TagCompliance, format: ComplianceFormat, color: boolean): string {
  switch (format) {
    case 'json':
      return toJson(compliance);
    case 'markdown':
      return toMarkdown(arranged(compliance), { limit: Number.POSITIVE_INFINITY });
    case 'text':
      return toTerminal(arranged(compliance), { color });
  }
}

function arranged(compliance: TagCompliance): ArrangedReport {
  const { resources, score, policies, date, ownersFrom } = compliance;
  const all = complianceText(resources);
  const isShort = resources.percent !== null && resources.percent !== '100.0';
  return {
    // The colour of a report that blocks nothing, and that is not all well.
    outcome: isShort ? 'warned' : 'passed',
    headline: [
      { kind: 'strong', text: 'Tag compliance:' },
      text(resources.percent === null ? ' no resource was judged.' : ` ${all} keep every rule, score ${score}.`),
    ],
    sections: policies.length === 0 ? [] : [{ ...complianceSection(compliance, { folded: false }), title: 'Where' }],
    footer: [
      ...policies.map(({ name, version }): Phrase => [text('policy '), code(`${name} ${version}`)]),
      ...(ownersFrom === null
        ? []
        : ownersFrom.kind === 'tag'
          ? [[text('owners by the tag '), code(ownersFrom.key)]]
          : ['owners by CODEOWNERS']),
      `as of ${date}`,
    ],
  };
}

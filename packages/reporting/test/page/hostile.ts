import type { Inline, Phrase, Section } from '@tollgate/policy-engine';
import type { ArrangedReport } from '../../src/index.ts';

/** Texts that would do something in a page in which they were not only text. */
export const attacks = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><script>alert(1)</script><style>',
  '<img src="https://evil.example/p.png" onerror="alert(1)">',
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  '</title></head><body onload=alert(1)>',
  '<!-- --> <![CDATA[ ]]> &lt;b&gt; &amp;quot;',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<template><iframe srcdoc="<script>alert(1)</script>"></iframe></template>',
  '\u202egnp.exe\u2066 \u0000 \u2028next\n\n\tline',
];

const links: readonly string[] = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'file:///etc/passwd',
  '//evil.example/',
  'https:" onclick="alert(1)',
];

/** A report in which every text is an attack. */
export function hostileReport(): ArrangedReport {
  const link = (url: string): Inline => ({ kind: 'link', text: 'link', url });
  const phrase = (attack: string): Phrase => [
    { kind: 'text', text: attack },
    { kind: 'code', text: attack },
    { kind: 'strong', text: attack },
    { kind: 'place', place: { file: attack, startLine: 1 } },
  ];
  const section = (attack: string): Section => ({
    title: attack,
    folded: false,
    blocks: [
      { kind: 'paragraph', content: phrase(attack) },
      { kind: 'list', items: [phrase(attack)] },
      {
        kind: 'tree',
        columns: [{ title: attack, align: 'left' }],
        rows: [{ cells: [phrase(attack)], children: [{ cells: [{ shown: attack, sort: attack }], children: [] }] }],
      },
      ...(['bars', 'lines'] as const).map((form) => ({
        kind: 'chart' as const,
        form,
        title: attack,
        unit: attack,
        series: [attack, attack],
        categories: [{ label: attack, values: [{ amount: 1, shown: attack }, null] }],
        limit: { label: attack, value: { amount: Number.NaN, shown: attack } },
      })),
    ],
  });
  return {
    outcome: 'blocked',
    headline: attacks.map((text): Inline => ({ kind: 'text', text })),
    sections: attacks.map(section),
    appendix: () => [
      { title: 'Links', folded: false, blocks: [{ kind: 'list', items: links.map((url) => [link(url)]) }] },
    ],
    footer: attacks,
  };
}

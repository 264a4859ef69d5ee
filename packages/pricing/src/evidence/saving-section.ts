import { code, type Decision, type Section, text } from '@tollgate/policy-engine';
import { amountText } from '../money/amount.ts';
import { moneyText } from '../money/money-text.ts';
import { possibleSavings, totalSaving } from '../savings/possible-savings.ts';
import { counted } from './counted.ts';

/** What could be saved by the advice of policies, all together; each saving is told with its rule. */
export function savingSections({ verdicts }: Pick<Decision, 'verdicts'>, currency: string): readonly Section[] {
  const savings = possibleSavings(verdicts);
  const [largest] = savings;
  if (largest === undefined || savings.length < 2) return [];
  const total = moneyText(amountText(totalSaving(savings)), currency);
  return [
    {
      title: `${total} a month could be saved`,
      folded: false,
      blocks: [
        {
          kind: 'paragraph',
          content: [
            text(
              `On ${counted(savings.length, 'resource')}, counting the largest saving of each. The largest of all is `,
            ),
            text(`${moneyText(amountText(largest.saving), currency)} on `),
            code(largest.verdict.subject.id),
            text('.'),
          ],
        },
      ],
    },
  ];
}

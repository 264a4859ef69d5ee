import schema from '../../../schema/override.json' with { type: 'json' };
import { isTime } from '../day.ts';
import type { OverrideDocument } from '../exception.ts';
import { quote } from '../quote.ts';
import { override as validate } from '../validators.gen.ts';
import { type Kind, mistakeAt } from './kind.ts';

export const overrideKind: Kind<OverrideDocument> = {
  name: 'Override',
  schema,
  validate,
  check({ spec: { at } }) {
    if (isTime(at)) return [];
    return [mistakeAt(['spec', 'at'], `spec.at cannot be ${quote(at)}: there is no such time. Mend it.`)];
  },
};

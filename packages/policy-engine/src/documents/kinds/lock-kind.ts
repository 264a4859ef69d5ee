import schema from '../../../schema/lock.json' with { type: 'json' };
import type { LockDocument } from '../lock.ts';
import { quote } from '../quote.ts';
import { lock as validate } from '../validators.gen.ts';
import { type Kind, mistakeAt } from './kind.ts';

export const lockKind: Kind<LockDocument> = {
  name: 'Lock',
  schema,
  validate,
  check({ packs }) {
    const seen = new Set<string>();
    return packs.flatMap(({ name, source }, index) => {
      const key = `${source} ${name}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const message = `The pack ${quote(name)} is locked twice. Write the file anew with "tollgate policy lock".`;
      return [mistakeAt(['packs', index, 'name'], message)];
    });
  },
};

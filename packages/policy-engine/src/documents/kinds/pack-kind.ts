import schema from '../../../schema/pack.json' with { type: 'json' };
import type { PackDocument } from '../pack.ts';
import { pack as validate } from '../validators.gen.ts';
import type { Kind } from './kind.ts';

export const packKind: Kind<PackDocument> = { name: 'Pack', schema, validate, check: () => [] };

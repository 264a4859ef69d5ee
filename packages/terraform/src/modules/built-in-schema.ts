import { DYNAMIC, STRING, type Type } from '../values/index.ts';
import type { ResourceMode } from './config/resource.ts';

/** An attribute of a resource type that is built into Terraform. */
export interface AttributeSchema {
  readonly type: Type;
  readonly use: 'required' | 'optional' | 'computed';
}

const SCHEMAS: ReadonlyMap<string, ReadonlyMap<string, AttributeSchema>> = new Map([
  [
    'managed.terraform_data',
    new Map<string, AttributeSchema>([
      ['id', { type: STRING, use: 'computed' }],
      ['input', { type: DYNAMIC, use: 'optional' }],
      ['output', { type: DYNAMIC, use: 'computed' }],
      ['triggers_replace', { type: DYNAMIC, use: 'optional' }],
    ]),
  ],
  [
    'data.terraform_remote_state',
    new Map<string, AttributeSchema>([
      ['backend', { type: STRING, use: 'required' }],
      ['config', { type: DYNAMIC, use: 'optional' }],
      ['defaults', { type: DYNAMIC, use: 'optional' }],
      ['outputs', { type: DYNAMIC, use: 'computed' }],
      ['workspace', { type: STRING, use: 'optional' }],
    ]),
  ],
]);

/**
 * attributesOf gives the attributes of a resource type of Terraform's built-in provider (its version 1.11). Of other types
 * nothing is known here, for their providers are not at hand.
 */
export function attributesOf(mode: ResourceMode, type: string): ReadonlyMap<string, AttributeSchema> | undefined {
  return SCHEMAS.get(`${mode}.${type}`);
}

import type { Bill } from './estimate/bill.ts';
import type { BilledResource } from './resource/billed-resource.ts';

/** Turns resources into what is billed for them. A model knows rates and quantities, and never a price. */
export interface CostModel {
  /** The resource types that are billed this way. */
  readonly types: readonly string[];
  /** The types are none of Terraform: a usage file makes a resource by naming it. */
  readonly fromUsage?: true;
  /** Writes the lines of the bill of one resource. A resource without lines is free. */
  bill(resource: BilledResource, bill: Bill): void;
}

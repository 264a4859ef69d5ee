import type { ResourceView } from '@tollgate/resources';
import type { Facts } from '../facts/table.ts';
import type { Amount } from '../money/amount.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';
import { Attributes, type Reading } from './attributes.ts';
import { Undetermined } from './undetermined.ts';

/** What a cost model sees beside the values of a resource. */
export interface Surroundings extends Reading {
  regionOf(view: ResourceView): string;
  usageOf(view: ResourceView): ResourceUsage;
  referrers(
    view: ResourceView,
    type: string,
    attribute: string,
    identifiers: readonly string[],
  ): readonly BilledResource[];
  readonly facts: Facts;
  /** The date of the run, `2026-07-20`: facts that change with the calendar. */
  readonly date: string;
  /** Hours that something runs a month: 730, or what a schedule says. */
  hours(): Amount;
}

/** A resource as a cost model sees it: its attributes, where it is, how it is used, and what it has to do with. */
export class BilledResource extends Attributes {
  readonly address: string;
  readonly type: string;
  readonly #view: ResourceView;
  readonly #surroundings: Surroundings;

  constructor(view: ResourceView, surroundings: Surroundings) {
    super(view, [], surroundings);
    this.address = view.address;
    this.type = view.type;
    this.#view = view;
    this.#surroundings = surroundings;
  }

  get region(): string {
    return this.#surroundings.regionOf(this.#view);
  }

  get usage(): ResourceUsage {
    return this.#surroundings.usageOf(this.#view);
  }

  get facts(): Facts {
    return this.#surroundings.facts;
  }

  get date(): string {
    return this.#surroundings.date;
  }

  get hours(): Amount {
    return this.#surroundings.hours();
  }

  /** The resources of a type that refer to this one by an attribute, `service` or `subnet_mapping.allocation_id`. */
  referrers(type: string, attribute: string, identifiers: readonly string[] = ['id', 'name', 'arn']) {
    return this.#surroundings.referrers(this.#view, type, attribute, identifiers);
  }

  /** Text that a resource cannot be billed without. @throws Undetermined when it is not set. */
  neededText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new Undetermined(`\`${name}\` is not set`);
    return value;
  }

  /** Notes something that was taken for granted, such as a default that depends on another resource. */
  assume(attribute: string, value: string): void {
    this.#surroundings.assume(attribute, value);
  }
}

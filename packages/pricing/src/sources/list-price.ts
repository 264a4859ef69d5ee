/** A thing that a provider sells, as its price list describes it. */
export interface ListProduct {
  /** What messages call it: the SKU, or the id of the meter. Prices of one product replace each other by their date. */
  readonly id: string;
  /** `AmazonEC2`, `Virtual Machines`, the id of Google's service. */
  readonly offer: string;
  readonly productFamily: string;
  /** With the prefix of the region, as the list has it. */
  readonly usageType: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Codes of the regions that it is sold in; `global` for what is sold everywhere alike. */
  readonly regions: readonly string[];
}

/** What a product costs from a date on. Numbers are decimal text, as the list has them. */
export interface ListPrice {
  readonly product: ListProduct;
  /** Of the list: `Hrs`, `1 GB/Month`, `GiBy.mo`. */
  readonly unit: string;
  readonly currency: string;
  /** From when on it holds: `2026-04-01T00:00:00Z`, or only the day; empty when the list does not tell. */
  readonly effective: string;
  readonly tiers: readonly ListTier[];
}

export interface ListTier {
  /** In units of the list. */
  readonly start: string;
  readonly price: string;
}

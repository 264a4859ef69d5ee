import { compact } from './compact.ts';
import type { Parser } from './parser.ts';
import type { Range } from './range.ts';
import { formatRange } from './source.ts';
import type { Attribute, Block, SyntaxBody } from './syntax-body.ts';

/** BodyItems collects what a body holds and reports attributes that are set twice. */
export class BodyItems {
  readonly #parser: Parser;
  readonly #items: (Attribute | Block)[] = [];
  readonly #attributes: Attribute[] = [];
  readonly #blocks: Block[] = [];
  /** Made for large bodies only: most have a few attributes. */
  #byName: Map<string, Attribute> | undefined;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  add(item: Attribute | Block): void {
    this.#items.push(item);
    if (item.kind === 'block') {
      this.#blocks.push(item);
      return;
    }
    const existing = this.#find(item.name);
    if (existing === undefined) {
      this.#attributes.push(item);
      this.#byName?.set(item.name, item);
      return;
    }
    const at = formatRange(this.#parser.source, existing.nameRange);
    const detail = `The argument "${item.name}" is set at ${at} already. Each argument may be set only once.`;
    this.#parser.report(item.nameRange, 'Attribute redefined', detail);
  }

  #find(name: string): Attribute | undefined {
    if (this.#attributes.length < 16) return this.#attributes.find((attribute) => attribute.name === name);
    this.#byName ??= new Map(this.#attributes.map((attribute) => [attribute.name, attribute]));
    return this.#byName.get(name);
  }

  toBody(range: Range): SyntaxBody {
    return {
      kind: 'body',
      items: compact(this.#items),
      attributes: compact(this.#attributes),
      blocks: compact(this.#blocks),
      start: range.start,
      end: range.end,
    };
  }
}

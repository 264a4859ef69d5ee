import { isIdentifier } from '../identifier.ts';
import { parseExpression } from '../parse.ts';
import type { Block, SyntaxBody } from '../syntax-body.ts';
import { addToBody } from './edit-body.ts';
import { type EditedFile, type EditPlan, unchanged } from './edit-plan.ts';
import { alignEntries, type EditValue, quote, type WritingPlace, writeValue } from './edit-value.ts';
import { sameExpression } from './same-expression.ts';
import { indentUnit } from './text-lines.ts';

/** A block to be added. */
export interface NewBlock {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly attributes?: { readonly [name: string]: EditValue };
}

/** planAddBlock adds a block to a body, unless the body has one with the same header and arguments. */
export function planAddBlock(edited: EditedFile, parent: Block | undefined, added: NewBlock): EditPlan {
  const attributes = Object.entries(added.attributes ?? {});
  const wrong = [added.type, ...attributes.map(([name]) => name)].find((name) => !isIdentifier(name));
  if (wrong !== undefined) return { problem: `"${wrong}" cannot be the name of an argument or the type of a block.` };
  const body = parent?.body ?? edited.file.body;
  if (body.blocks.some((block) => isSameBlock(block, added, attributes))) return unchanged;
  return addToBody(edited, parent, 'block', (place) => writeBlock(added, attributes, place));
}

function writeBlock(added: NewBlock, attributes: [string, EditValue][], place: WritingPlace): string {
  const header = [added.type, ...(added.labels ?? []).map(quote)].join(' ');
  if (attributes.length === 0) return `${header} {}`;
  const inner = { ...place, indentation: place.indentation + indentUnit };
  const lines = alignEntries(attributes.map(([key, value]) => ({ key, value: writeValue(value, inner) })));
  return [`${header} {`, ...lines.map((line) => inner.indentation + line), `${place.indentation}}`].join(
    place.lineBreak,
  );
}

function isSameBlock(block: Block, added: NewBlock, attributes: [string, EditValue][]): boolean {
  const labels = added.labels ?? [];
  if (block.type !== added.type || block.labels.length !== labels.length) return false;
  if (block.labels.some(({ value }, index) => value !== labels[index])) return false;
  return isSameBody(block.body, attributes);
}

function isSameBody(body: SyntaxBody, attributes: [string, EditValue][]): boolean {
  if (body.blocks.length > 0 || body.attributes.length !== attributes.length) return false;
  return attributes.every(([name, value]) => {
    const existing = body.attributes.find((attribute) => attribute.name === name);
    const written = parseExpression(writeValue(value, { indentation: '', lineBreak: '\n' }), { file: '' });
    return existing !== undefined && sameExpression(existing.expression, written.expression);
  });
}

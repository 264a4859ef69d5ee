import { type BodyValue, expressionOf, listOf, type Source, type Traversal, traversalOf } from '@tollgate/hcl';
import { errorMessage, type Message, placeOf } from '../message.ts';

/** A reference in an argument that is not evaluated, such as `depends_on`. */
export interface WrittenReference {
  readonly source: Source;
  readonly traversal: Traversal;
}

/** readReferences reads a list of references; what is none is reported. */
export function readReferences(value: BodyValue, messages: Message[]): readonly WrittenReference[] {
  const items = listOf(value);
  if (items === undefined) {
    const { source, expression } = expressionOf(value);
    messages.push(
      errorMessage(placeOf(source, expression), 'Invalid expression', 'A static list expression is required.'),
    );
    return [];
  }
  return items.map((item) => readReference(item, messages)).filter((reference) => reference !== undefined);
}

/** readReference reads one reference. Those in quotes, as Terraform 0.11 wanted them, are understood too. */
export function readReference(value: BodyValue, messages: Message[]): WrittenReference | undefined {
  const { source, expression } = expressionOf(value);
  const traversal = traversalOf(value) ?? quotedReference(value);
  if (traversal !== undefined) return { source, traversal };
  messages.push(
    errorMessage(
      placeOf(source, expression),
      'Invalid expression',
      'A single static variable reference is required: only attribute access and indexing with constant keys. ' +
        'No calculations, function calls, template expressions, etc are allowed here.',
    ),
  );
  return undefined;
}

/** `"aws_instance.a"` means what `aws_instance.a` means. */
function quotedReference(value: BodyValue): Traversal | undefined {
  if (value.syntax === 'json') return undefined;
  const { source, expression } = value;
  const [part, second] = expression.kind === 'template' ? expression.parts : [expression];
  if (part?.kind !== 'string' || second !== undefined) return undefined;
  const node = { kind: 'string', value: part.value, start: expression.start, end: expression.end } as const;
  return traversalOf({ syntax: 'json', source, node });
}

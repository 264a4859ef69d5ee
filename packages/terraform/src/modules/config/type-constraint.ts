import {
  type BodyValue,
  callOf,
  type Expression,
  expressionOf,
  type FunctionCall,
  keywordOf,
  mapOf,
  type Range,
  type Source,
  staticString,
} from '@tollgate/hcl';
import {
  BOOL,
  collectionType,
  convert,
  type Defaults,
  DYNAMIC,
  NUMBER,
  objectType,
  STRING,
  type Type,
  tupleType,
  type Value,
  ValueError,
  withoutOptional,
} from '../../values/index.ts';
import { errorMessage, type Message, messageOf, placeOf } from '../message.ts';
import { evaluateConstant } from './evaluate-constant.ts';

/** A type constraint with the defaults of its optional attributes. */
export interface TypeConstraint {
  readonly type: Type;
  readonly defaults: Defaults | undefined;
}

/** No constraint: any value is fine as it is. */
export const ANY_TYPE: TypeConstraint = { type: DYNAMIC, defaults: undefined };

const SUMMARY = 'Invalid type specification';
const PRIMITIVES: ReadonlyMap<string, Type> = new Map([
  ['bool', BOOL],
  ['string', STRING],
  ['number', NUMBER],
  ['any', DYNAMIC],
]);
const COLLECTIONS = ['list', 'set', 'map'] as const;

/** readTypeConstraint reads the `type` of a variable. Undefined when it is none, which is reported. */
export function readTypeConstraint(value: BodyValue, messages: Message[]): TypeConstraint | undefined {
  const quoted = quotedType(value);
  if (quoted !== undefined) {
    messages.push(quoted);
    return undefined;
  }
  const before = messages.length;
  const constraint = new TypeReader(value.source, messages).read(value, true);
  return messages.length > before ? undefined : constraint;
}

const QUOTED = new Map([
  ['string', ''],
  ['list', ' and write list(string) instead to explicitly indicate that the list elements are strings'],
  ['map', ' and write map(string) instead to explicitly indicate that the map elements are strings'],
]);

/** Terraform 0.11 had types in quotes. */
function quotedType(value: BodyValue): Message | undefined {
  if (value.syntax === 'json') return undefined;
  const text = staticString(value.expression);
  if (text === undefined) return undefined;
  const hint = QUOTED.get(text);
  if (hint === undefined) {
    return errorMessage(
      placeOf(value.source, value.expression),
      'Invalid legacy variable type hint',
      'To provide a full type expression, remove the surrounding quotes and give the type expression directly.',
    );
  }
  return errorMessage(
    placeOf(value.source, value.expression),
    'Invalid quoted type constraints',
    'Terraform 0.11 and earlier required type constraints to be given in quotes, but that form is now deprecated and ' +
      `will be removed in a future version of Terraform. Remove the quotes around "${text}"${hint}.`,
  );
}

/** Reads a type within one source; the first mistake of each part is reported. */
class TypeReader {
  readonly #source: Source;
  readonly #messages: Message[];

  constructor(source: Source, messages: Message[]) {
    this.#source = source;
    this.#messages = messages;
  }

  #fail(at: Range, detail: string): undefined {
    this.#messages.push(errorMessage(placeOf(this.#source, at), SUMMARY, detail));
    return undefined;
  }

  read(value: BodyValue, outermost = false): TypeConstraint | undefined {
    const word = keywordOf(value);
    const { expression } = expressionOf(value);
    if (word !== undefined) return this.#readWord(word, expression, outermost);
    const call = callOf(value);
    if (call === undefined) {
      return this.#fail(
        expression,
        'A type specification is either a primitive type keyword (bool, number, string) or a complex type constructor ' +
          'call, like list(string).',
      );
    }
    return this.#readCall(call);
  }

  #readWord(word: string, at: Expression, outermost: boolean): TypeConstraint | undefined {
    const primitive = PRIMITIVES.get(word);
    if (primitive !== undefined) return { type: primitive, defaults: undefined };
    const collection = COLLECTIONS.find((kind) => kind === word);
    // `list` and `map` alone are a form of old, allowed for the type as a whole.
    if (collection !== undefined && outermost && collection !== 'set') {
      return { type: collectionType(collection, DYNAMIC), defaults: undefined };
    }
    if (collection !== undefined) {
      return this.#fail(at, `The ${word} type constructor requires one argument specifying the element type.`);
    }
    if (word === 'object') {
      return this.#fail(
        at,
        'The object type constructor requires one argument specifying the attribute types and values as a map.',
      );
    }
    if (word === 'tuple') {
      return this.#fail(at, 'The tuple type constructor requires one argument specifying the element types as a list.');
    }
    return this.#fail(at, `The keyword "${word}" is not a valid type specification.`);
  }

  #readCall(call: FunctionCall): TypeConstraint | undefined {
    const collection = COLLECTIONS.find((kind) => kind === call.name);
    if (PRIMITIVES.has(call.name)) {
      return this.#fail(argumentsRange(call), `Primitive type keyword "${call.name}" does not expect arguments.`);
    }
    if (call.name === 'optional') {
      return this.#fail(call.nameRange, 'Keyword "optional" is valid only as a modifier for object type attributes.');
    }
    if (collection === undefined && call.name !== 'object' && call.name !== 'tuple') {
      return this.#fail(call, `Keyword "${call.name}" is not a valid type constructor.`);
    }
    const [argument, second] = call.args;
    if (argument === undefined || second !== undefined) {
      const what =
        collection !== undefined
          ? 'the element type'
          : call.name === 'object'
            ? 'the attribute types and values as a map'
            : 'the element types as a list';
      return this.#fail(
        second === undefined ? argumentsRange(call) : { start: second.start, end: call.args.at(-1)?.end ?? second.end },
        `The ${call.name} type constructor requires one argument specifying ${what}.`,
      );
    }
    if (collection !== undefined) return this.#readCollection(collection, argument);
    return call.name === 'object' ? this.#readObject(argument) : this.#readTuple(argument);
  }

  #readCollection(kind: (typeof COLLECTIONS)[number], argument: Expression): TypeConstraint | undefined {
    const element = this.read(this.#value(argument));
    if (element === undefined) return undefined;
    const type = collectionType(kind, element.type);
    return { type, defaults: nested(type, [['', element.defaults]], new Map()) };
  }

  #readTuple(argument: Expression): TypeConstraint | undefined {
    if (argument.kind !== 'tuple') {
      return this.#fail(argument, 'Tuple type constructor requires a list of element types.');
    }
    const elements = argument.items.map((item) => this.read(this.#value(item)));
    if (!elements.every((element) => element !== undefined)) return undefined;
    const type = tupleType(elements.map((element) => element.type));
    const children = elements.map(({ defaults }, index) => [String(index), defaults] as const);
    return { type, defaults: nested(type, children, new Map()) };
  }

  #readObject(argument: Expression): TypeConstraint | undefined {
    const items = mapOf(this.#value(argument));
    if (items === undefined) {
      return this.#fail(
        argument,
        'Object type constructor requires a map whose keys are attribute names and whose values are the corresponding ' +
          'attribute types.',
      );
    }
    const attributes = new Map<string, Type>();
    const optional = new Set<string>();
    const values = new Map<string, Value>();
    const children: (readonly [string, Defaults | undefined])[] = [];
    for (const item of items) {
      const { expression: key } = expressionOf(item.key);
      const name = keywordOf(item.key) ?? staticString(key);
      if (name === undefined) {
        this.#fail(key, 'Object constructor map keys must be attribute names.');
        continue;
      }
      if (attributes.has(name)) {
        this.#fail(key, 'Object constructor map keys must be unique.');
        continue;
      }
      const attribute = this.#readAttribute(item.value);
      if (attribute === undefined) continue;
      attributes.set(name, attribute.type);
      if (attribute.optional) optional.add(name);
      if (attribute.fallback !== undefined) values.set(name, attribute.fallback);
      children.push([name, attribute.defaults]);
    }
    const type = objectType(attributes, optional);
    return { type, defaults: nested(type, children, values) };
  }

  #readAttribute(
    value: BodyValue,
  ): (TypeConstraint & { readonly optional: boolean; readonly fallback?: Value }) | undefined {
    const call = callOf(value);
    if (call?.name !== 'optional') {
      const plain = this.read(value);
      return plain === undefined ? undefined : { ...plain, optional: false };
    }
    const [typeArgument, fallbackArgument, third] = call.args;
    if (typeArgument === undefined) {
      return this.#fail(
        argumentsRange(call),
        'Optional attribute modifier requires the attribute type as its argument.',
      );
    }
    const inner = this.read(this.#value(typeArgument));
    if (third !== undefined) {
      return this.#fail(
        argumentsRange(call),
        'Optional attribute modifier expects at most two arguments: the attribute type, and a default value.',
      );
    }
    if (inner === undefined) return undefined;
    if (fallbackArgument === undefined) return { ...inner, optional: true };
    const fallback = this.#readFallback(fallbackArgument, inner.type);
    return fallback === undefined ? undefined : { ...inner, optional: true, fallback };
  }

  #readFallback(expression: Expression, type: Type): Value | undefined {
    const { value, diagnostics } = evaluateConstant(expression, this.#source);
    for (const diagnostic of diagnostics) this.#messages.push(messageOf(diagnostic));
    if (diagnostics.length > 0) return undefined;
    try {
      return convert(value, withoutOptional(type).kind === 'dynamic' ? DYNAMIC : type);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const detail = `This default value is not compatible with the attribute's type constraint: ${error.message}.`;
      this.#messages.push(
        errorMessage(placeOf(this.#source, expression), 'Invalid default value for optional attribute', detail),
      );
      return undefined;
    }
  }

  #value(expression: Expression): BodyValue {
    return { syntax: 'native', source: this.#source, expression };
  }
}

/** The parentheses of a call. */
function argumentsRange({ nameRange, end }: FunctionCall): Range {
  return { start: nameRange.end, end };
}

function nested(
  type: Type,
  children: readonly (readonly [string, Defaults | undefined])[],
  values: ReadonlyMap<string, Value>,
): Defaults | undefined {
  const present = children.filter((child): child is readonly [string, Defaults] => child[1] !== undefined);
  if (present.length === 0 && values.size === 0) return undefined;
  return { type, values, children: new Map(present) };
}

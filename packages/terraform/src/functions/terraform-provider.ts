import { quoteText } from '../values/quote.ts';
import { DYNAMIC, STRING } from '../values/type.ts';
import { isWhollyKnown, objectValue, sortedEntries, stringValue, unknownValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt, textAt } from './arguments.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';
import { isIdentifier, writeAttributes, writeHcl } from './hcl-writer.ts';
import { checkTextLength } from './limits.ts';

const ANY_VALUE: Parameter = { name: 'value', type: DYNAMIC, unknown: true };

/** The functions of the provider that is built into Terraform, by their short names. */
export const TERRAFORM_PROVIDER_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'encode_expr',
    parameters: [ANY_VALUE],
    returns: STRING,
    run: (args) => encoded(argumentAt(args, 0), writeHcl),
  },
  {
    name: 'encode_tfvars',
    parameters: [ANY_VALUE],
    returns: STRING,
    run: (args) => encoded(argumentAt(args, 0), encodeVariables),
  },
  {
    name: 'decode_tfvars',
    parameters: [{ name: 'src', type: STRING }],
    returns: DYNAMIC,
    run: (args, _type, { readVariables }) => {
      if (readVariables === undefined) return unknownValue(DYNAMIC, ['decode_tfvars() cannot be evaluated here']);
      return objectValue(readVariables({ name: '<decode_tfvars argument>', text: textAt(args, 0) }));
    },
  },
];

function encoded(value: Value, encode: (value: Value) => string): Value {
  if (!isWhollyKnown(value)) return unknownValue(STRING);
  const text = encode(value);
  checkTextLength(text.length);
  return stringValue(text);
}

function encodeVariables(value: Value): string {
  if (value.kind !== 'object' && value.kind !== 'map') {
    throw new ValueError(
      'invalid value to encode: must be an object whose attribute names will become the encoded variable names',
    );
  }
  const entries = sortedEntries(value);
  for (const [name] of entries) {
    if (isIdentifier(name)) continue;
    throw new ValueError(
      `invalid variable name ${quoteText(name)}: must be a valid identifier, per Terraform's rules for input variable declarations`,
    );
  }
  return writeAttributes(entries);
}

import type { JsonValue } from '../json.ts';
import { isJsonObject, parentPointer, pointerSteps, type Schema, schemaAt, typeOf } from './schema-node.ts';
import type { SchemaError } from './validator.ts';

/**
 * Leaves out the errors that only follow from another mistake: what says that names do not fit, beside what says why; and
 * of a choice between schemas, all that is said by those which are for values of another type. Where one schema of a
 * choice is for the value's type, its errors tell the mistake; else the choice itself does.
 */
export function withoutCascades(
  errors: readonly SchemaError[],
  schema: Schema,
  data: JsonValue,
): readonly SchemaError[] {
  let kept = errors.filter(({ keyword }) => keyword !== 'propertyNames' && keyword !== 'if');
  for (const choice of errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')) {
    const branches = branchesOf(choice, schema);
    const type = typeOf(valueAt(data, choice.instancePath));
    const fitting = branches.filter((branch) => branch.schema.type === undefined || branch.schema.type === type);
    const [only] = fitting.length === 1 ? fitting : [];
    const isTold = only !== undefined && kept.some((error) => isOf(error, choice, only));
    kept = kept.filter((error) => {
      if (error === choice) return !isTold;
      const branch = branches.find((one) => isOf(error, choice, one));
      return branch === undefined || branch === only;
    });
  }
  return kept;
}

/** A schema of a choice, with the pointer that errors name it by. */
interface Branch {
  readonly pointer: string;
  readonly schema: Schema;
}

/** The schemas between which a value may choose. */
export function branchesOf({ schemaPath }: SchemaError, root: Schema): readonly Branch[] {
  const branches = schemaAt(root, parentPointer(schemaPath))[schemaPath.slice(schemaPath.lastIndexOf('/') + 1)];
  if (!Array.isArray(branches)) return [];
  return branches.filter(isJsonObject).map((branch, index) => {
    if (typeof branch.$ref === 'string') return { pointer: branch.$ref, schema: schemaAt(root, branch.$ref) };
    return { pointer: `${schemaPath}/${index}`, schema: branch };
  });
}

function isOf(error: SchemaError, choice: SchemaError, { pointer }: Branch): boolean {
  const isInside = `${error.instancePath}/`.startsWith(`${choice.instancePath}/`);
  return isInside && error !== choice && `${error.schemaPath}/`.startsWith(`${pointer}/`);
}

function valueAt(data: JsonValue, pointer: string): JsonValue {
  let value = data;
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(value)) value = value[Number(step)] ?? null;
    else value = isJsonObject(value) ? (value[step] ?? null) : null;
  }
  return value;
}

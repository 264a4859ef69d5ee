/**
 * The marks of a value, as a set of bits. A mark stays with a value, and with what is computed from it, until a function
 * takes it off.
 */
export type Marks = number;

export const EMPTY_MARKS: Marks = 0;
/** The value must not be shown. */
export const SENSITIVE: Marks = 1;
/** The value exists during one run only and must not be stored. */
export const EPHEMERAL: Marks = 2;
/** The value describes a type: the result of the console's `type` function. */
export const TYPE_DESCRIPTION: Marks = 4;

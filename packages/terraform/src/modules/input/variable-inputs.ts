/** Values of root variables from outside of the configuration, by where they come from. Later ones win. */
export interface VariableInputs {
  /** Environment variables; of those, `TF_VAR_name` count. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `-var` and `-var-file`, in their order. */
  readonly arguments?: readonly VariableArgument[];
}

export type VariableArgument =
  /** `-var name=text`. */
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  /** `-var-file path`: a path from the root of the tree. */
  | { readonly kind: 'file'; readonly path: string };

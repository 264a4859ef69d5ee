const ofResources = '"tollgate check" and the action tag-policy judge it';

/** Who judges policies of a gate, by its name: told to whoever has given them to another one. */
export const judgesOfGates: Readonly<Record<string, string>> = {
  resource: ofResources,
  tags: ofResources,
  'default-tags': ofResources,
  cost: '"tollgate cost" and the action cost-impact judge it',
};

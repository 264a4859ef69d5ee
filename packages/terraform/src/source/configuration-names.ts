const terraformName = /^(.+)\.tf(\.json)?$/;
const openTofuName = /^(.+)\.tofu(\.json)?$/;

/** Hidden files, and what editors leave behind. */
const ignoredName = /^\.|~$|^#.*#$/;

/** Whether a file of this name is configuration of Terraform or OpenTofu. */
export function isConfigurationName(name: string): boolean {
  return !ignoredName.test(name) && (terraformName.test(name) || openTofuName.test(name));
}

/** Whether a file of configuration is OpenTofu's by its name. */
export function isOpenTofuName(name: string): boolean {
  return openTofuName.test(name);
}

/** Whether the blocks of a file of this name are laid over those of the others. */
export function isOverrideName(name: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/**
 * Of the names of a folder's files those that count, in their order, the overrides last. A `.tofu` file takes the place of the
 * `.tf` file of its name. Other `.tofu` files are OpenTofu's only: they count when the configuration is said to be for it, or
 * when there are no others.
 */
export function configurationNames(names: readonly string[], openTofu: boolean): readonly string[] {
  const configuration = names.filter(isConfigurationName);
  const present = new Set(configuration);
  const all = openTofu || !configuration.some((name) => terraformName.test(name));
  const counting = configuration.filter((name) =>
    openTofuName.test(name)
      ? all || present.has(name.replace(openTofuName, '$1.tf$2'))
      : !present.has(name.replace(terraformName, '$1.tofu$2')),
  );
  return [...counting.filter((name) => !isOverrideName(name)), ...counting.filter(isOverrideName)];
}

import { TerraformError } from '../error.ts';

const mebibyte = 1024 * 1024;

/** The largest file of configuration or variables that is read, in bytes. Nobody writes one of a megabyte by hand. */
export const maxConfigurationBytes = 10 * mebibyte;

/** The largest other file, in bytes: what functions such as `filemd5` are given. GitHub takes files of at most 100 MiB. */
export const maxFileBytes = 128 * mebibyte;

/** Whether a file is configuration or variables by its name. */
export function isConfigurationFile(path: string): boolean {
  return /\.(?:tf|tofu|tfvars)(?:\.json)?$|(?:^|\/)tollgate\.ya?ml$|\.terraform\/modules\/modules\.json$/.test(path);
}

/** The most bytes of a file that are read. */
export function sizeLimit(path: string): number {
  return isConfigurationFile(path) ? maxConfigurationBytes : maxFileBytes;
}

/** The refusal of a file by its size in bytes. */
export function refuseLargeFile(path: string, size: number): TerraformError {
  const mebibytes = (bytes: number) => `${Math.ceil(bytes / mebibyte)} MiB`;
  return new TerraformError(
    path,
    `Cannot read ${path}: it has ${mebibytes(size)}, and at most ${mebibytes(sizeLimit(path))} of such a file are read. Make it smaller, or keep it out of the configuration.`,
  );
}

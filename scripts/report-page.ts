import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** reportPage gives the module with the style and the script of the HTML report, made from packages/reporting/page. */
export function reportPage(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'packages/reporting/page');
  const module = `// Generated from packages/reporting/page by scripts/generate.ts; after a change there run "npm run generate".

/** The stylesheet of the HTML report. */
export const style = ${JSON.stringify(bundled(folder, 'page.css'))};

/** The script of the HTML report. */
export const script = ${JSON.stringify(bundled(folder, 'main.ts'))};
`;
  return { 'packages/reporting/src/html/page.gen.ts': module };
}

/** A stylesheet or a script with what it imports, as short as it can be. */
function bundled(folder: string, file: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const source = outputFiles.map(({ text }) => text.trim()).join('');
  if (/<[/!]/.test(source))
    throw new Error(`${file} has signs that would end its element in the page. Write them in parts.`);
  return source;
}

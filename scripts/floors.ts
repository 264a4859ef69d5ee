// Keeps the floors of the project: which room may import which. CONTRIBUTING.md explains the table.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleReferences } from './imports.ts';

/** The floor of every room; an import goes only downwards. Every folder of `actions/` is on the top floor. */
export const floors: Readonly<Record<string, number>> = {
  hcl: 0,
  cel: 0,
  terraform: 1,
  'policy-engine': 1,
  resources: 2,
  tags: 2,
  pricing: 2,
  budgets: 2,
  findings: 2,
  releases: 2,
  github: 3,
  reporting: 3,
  'action-kit': 4,
  cli: 5,
};
const topFloor = 5;

/** The imports on one floor that are the product's point: budgets and releases judge the cost of a change, tags and pricing those of resources. */
const sideways = new Set(['budgets → pricing', 'releases → pricing', 'tags → resources', 'pricing → resources']);

/** The room for tests: it has no floor, imports no other room, and only tests import it. */
const testRoom = 'testkit';

/** What one look at the project found. */
export interface FloorReport {
  readonly files: number;
  readonly imports: number;
  /** Sentences that begin with `file:line`, or with the file when it is not about one import. */
  readonly problems: readonly string[];
}

/** A package of the workspace: a folder of `packages/` or of `actions/`. */
interface Room {
  /** The folder, relative to the root: `packages/tags`. */
  readonly folder: string;
  /** The folder's own name for packages, the path for actions: how messages call it. */
  readonly label: string;
  readonly packageName: string;
  readonly floor: number | undefined;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

interface Import {
  readonly room: Room;
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
}

/** checkFloors reads the imports of every package and action below `root`. */
export function checkFloors(root: string): FloorReport {
  const rooms = [...readRooms(root, 'packages'), ...readRooms(root, 'actions')];
  const problems: string[] = rooms
    .filter(({ floor, label }) => floor === undefined && label !== testRoom)
    .map(({ folder }) => `${folder}: has no floor. Add it to the table in scripts/floors.ts.`);
  let files = 0;
  let imports = 0;
  for (const room of rooms) {
    const used = new Set<string>();
    for (const file of sourceFiles(root, room.folder)) {
      files += 1;
      const text = readFileSync(join(root, file), 'utf8');
      // A package that a test only reads from is not imported, but named.
      for (const name of room.devDependencies) if (text.includes(`'${name}/package.json'`)) used.add(name);
      for (const { specifier, line } of moduleReferences(text, file)) {
        imports += 1;
        used.add(packageOf(specifier));
        const rule = brokenRule({ room, file, line, specifier }, rooms);
        if (rule !== undefined) problems.push(`${file}:${line} imports '${specifier}': ${rule}`);
      }
    }
    const unused = [...room.dependencies, ...room.devDependencies].filter(
      (name) => !used.has(name) && !name.startsWith('@types/'),
    );
    problems.push(...unused.map((name) => `${room.folder}/package.json: declares '${name}', which nothing imports.`));
  }
  return { files, imports, problems };
}

/** The rule that an import breaks, as the end of a sentence. */
function brokenRule(found: Import, rooms: readonly Room[]): string | undefined {
  const { room, specifier, file } = found;
  if (isBuiltin(specifier)) return undefined;
  if (specifier.startsWith('.')) return relativeRule(found, rooms);
  const target = rooms.find(({ packageName }) => packageName === packageOf(specifier));
  if (target === undefined || target === room) return target === room ? undefined : declarationRule(found);
  if (specifier !== target.packageName) return `only the public face '${target.packageName}' may be imported.`;
  if (target.label === testRoom && !isTest(file)) return 'only tests may import the test room.';
  if (target.label !== testRoom) {
    const rule = floorRule(room, target);
    if (rule !== undefined) return rule;
  }
  return declarationRule(found);
}

function relativeRule({ room, file, specifier }: Import, rooms: readonly Room[]): string | undefined {
  const path = posix.join(posix.dirname(file), specifier);
  if (path === room.folder || path.startsWith(`${room.folder}/`)) return undefined;
  const target = rooms.find(({ folder }) => path.startsWith(`${folder}/`));
  if (target !== undefined) return `a path into another package; import '${target.packageName}' instead.`;
  return isTest(file) ? undefined : 'a path out of the package.';
}

function floorRule(from: Room, to: Room): string | undefined {
  if (from.label === testRoom) return 'the test room imports no other room.';
  // A room without a floor is reported once, for the room.
  if (from.floor === undefined || to.floor === undefined || from.floor > to.floor) return undefined;
  const names = `${from.label} (floor ${from.floor}) → ${to.label} (floor ${to.floor})`;
  if (from.floor < to.floor) return `an import goes only downwards, and ${names} goes up.`;
  if (sideways.has(`${from.label} → ${to.label}`)) return undefined;
  return `an import goes only downwards, and ${names} goes sideways.`;
}

function declarationRule({ room, file, specifier }: Import): string | undefined {
  const name = packageOf(specifier);
  // A package without types of its own has them in @types; they are never loaded, so that it does not matter where.
  const types = `@types/${name.replace('@', '').replace('/', '__')}`;
  if (room.dependencies.includes(name) || [...room.dependencies, ...room.devDependencies].includes(types))
    return undefined;
  if (!isTest(file) && room.label !== testRoom)
    return `${room.folder}/package.json does not declare '${name}' as a dependency.`;
  // Every test runs in vitest, which the workspace declares once.
  if (room.devDependencies.includes(name) || name === 'vitest') return undefined;
  return `${room.folder}/package.json declares '${name}' neither as a dependency nor as a devDependency.`;
}

function readRooms(root: string, parent: string): Room[] {
  const folder = join(root, parent);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const manifest = readManifest(join(folder, name, 'package.json'));
      const isAction = parent === 'actions';
      return {
        folder: `${parent}/${name}`,
        label: isAction ? `actions/${name}` : name,
        floor: isAction ? topFloor : floors[name],
        ...manifest,
      };
    });
}

function readManifest(path: string): Pick<Room, 'packageName' | 'dependencies' | 'devDependencies'> {
  const manifest: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const field = (key: string): unknown =>
    typeof manifest === 'object' && manifest !== null
      ? Object.entries(manifest).find(([name]) => name === key)?.[1]
      : undefined;
  const name = field('name');
  return {
    packageName: typeof name === 'string' ? name : '',
    dependencies: Object.keys(field('dependencies') ?? {}),
    devDependencies: Object.keys(field('devDependencies') ?? {}),
  };
}

/** Code of the package; what tests read as data is not. */
function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    const isData = ['data', 'fixtures'].includes(entry.name) && isTest(path);
    if (entry.isDirectory())
      return ['node_modules', 'dist'].includes(entry.name) || isData ? [] : sourceFiles(root, path);
    return /\.m?[jt]s$/.test(entry.name) ? [path] : [];
  });
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || /^[^/]+\/[^/]+\/test\//.test(path);
}

/** `@scope/name/deep` → `@scope/name`, `name/deep` → `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

if (import.meta.main) {
  const { files, imports, problems } = checkFloors(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`floors: ${files} files, ${imports} imports, all as the floors say`);
}

import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

// Here and not in a chunk: the packs are beside the file that is started.
await main(fileURLToPath(new URL('./policies', import.meta.url)));

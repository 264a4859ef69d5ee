import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

// Here and not in a chunk: packs and prices are beside the file that is started.
await main({
  packsFolder: fileURLToPath(new URL('./policies', import.meta.url)),
  pricesFolder: fileURLToPath(new URL('./prices', import.meta.url)),
});

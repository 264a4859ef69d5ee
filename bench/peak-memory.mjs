// Loaded before a measured command: writes its peak of resident memory, in KiB, when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env.TOLLGATE_BENCH_MEMORY;
process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage().maxRSS)));

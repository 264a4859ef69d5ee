import { spawn } from 'node:child_process';
import process from 'node:process';

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
process.stdout.write(`child ${child.pid}\n`);
setInterval(() => {}, 1000);

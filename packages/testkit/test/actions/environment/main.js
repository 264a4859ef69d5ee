import process from 'node:process';

process.stdout.write(`${JSON.stringify(process.env)}\n`);

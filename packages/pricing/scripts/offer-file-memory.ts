// Measures the memory and time that an offer file of the AWS price list takes: it is made while it is sent, from loopback.
//   node packages/pricing/scripts/offer-file-memory.ts [MEGABYTES]      1024 unless told
import { fork } from 'node:child_process';
import { offerFileServer } from '../test/lists/large-offer-file.ts';

const megabytes = Number(process.argv[2] ?? 1024);
const server = await offerFileServer(megabytes * 1024 * 1024);
const reader = fork(`${import.meta.dirname}/../test/lists/read-offer-file.ts`, [server.endpoint]);
reader.on('message', (result) => process.stdout.write(`${megabytes} MB: ${JSON.stringify(result)}\n`));
reader.on('exit', (code) => {
  process.exitCode = code ?? 1;
  void server.close();
});

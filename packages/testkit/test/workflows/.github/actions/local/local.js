import process from 'node:process';

const repository = process.env.GITHUB_ACTION_REPOSITORY;
process.stdout.write(`${process.env.INPUT_NAME} of [${repository}]\n`);

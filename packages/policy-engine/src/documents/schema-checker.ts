// Loaded only for data without a validator made beforehand. Node and the bundler disagree on what a dynamic import of a
// CommonJS module gives; of this module they do not.
export { Ajv2020 } from 'ajv/dist/2020.js';

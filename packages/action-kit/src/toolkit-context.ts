// Loaded late, because the toolkit reads the payload of the event while it is loaded.
export { context } from '@actions/github';

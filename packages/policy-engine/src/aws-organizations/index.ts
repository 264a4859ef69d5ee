export { type EffectivePolicy, mergeManagementPolicies } from './merge-management-policies.ts';

import type { CostModel } from '../model.ts';
import { ebsModels } from './ebs.ts';
import { ec2Models } from './ec2.ts';
import { natGatewayModels } from './natgateway.ts';

/** The cost models of AWS, one file a service. */
export const awsModels: readonly CostModel[] = [...ebsModels, ...ec2Models, ...natGatewayModels];

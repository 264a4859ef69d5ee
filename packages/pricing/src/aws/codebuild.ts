import type { CostModel } from '../model.ts';
import { notTold } from '../resource/undetermined.ts';

/**
 * `aws_codebuild_project`: minutes of builds by environment and compute type; builds on AWS Lambda by the second. What runs on a fleet of
 * reserved machines is billed with the fleet.
 */
const project: CostModel = {
  types: ['aws_codebuild_project'],
  bill(resource, bill) {
    bill.line('Builds', () => {
      const environment = resource.block('environment');
      if (environment === undefined || environment.block('fleet') !== undefined) return null;
      const type = environment.text('type') ?? notTold('the environment has no `type`');
      const computeType = environment.text('compute_type') ?? notTold('the environment has no `compute_type`');
      const { platform = '', family = '' } =
        resource.facts('aws/codebuild-environments').row(type) ?? notTold(`there is no price for builds in ${type}`);
      const [, size = ''] = /^BUILD_(?:GENERAL1|LAMBDA)_(.+)$/.exec(computeType) ?? [];
      const minutes = resource.usage.number('monthly_build_mins');
      const isLambda = platform === 'Lambda';
      const wanted = `${family}.${isLambda ? size : size.toLowerCase()}`;
      const line = { name: `${platform} (${wanted})`, unit: 'minutes', usageBased: true };
      return isLambda
        ? {
            ...line,
            rate: 'aws.codebuild.build-lambda',
            dimensions: { computeType: wanted },
            quantity: minutes?.times(60),
            per: 60,
          }
        : { ...line, rate: 'aws.codebuild.build', dimensions: { platform, computeType: wanted }, quantity: minutes };
    });
  },
};

export const codeBuildModels: readonly CostModel[] = [project];

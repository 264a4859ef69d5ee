import type { CostModel } from '../model.ts';

/** `aws_inspector2_enabler`: the kinds of resources that are scanned, each by its own measure. */
const enabler: CostModel = {
  types: ['aws_inspector2_enabler'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const scan = (kind: string, label: string, unit: string, rate: string, usageKey: string) =>
      bill.line(label, () => {
        if (!resource.texts('resource_types').includes(kind)) return null;
        const told = usage.number(usageKey);
        return { unit, rate, quantity: unit === 'hours' ? told?.times(hours) : told, usageBased: true };
      });
    scan('EC2', 'EC2 instances scanned', 'hours', 'aws.inspector.instance-hours', 'instances');
    scan('ECR', 'Images scanned', 'images', 'aws.inspector.image-scans', 'monthly_images');
    scan('ECR', 'Images scanned again', 'images', 'aws.inspector.image-rescans', 'monthly_image_rescans');
    scan('LAMBDA', 'Functions scanned', 'hours', 'aws.inspector.function-hours', 'functions');
    scan('LAMBDA_CODE', 'Code of functions scanned', 'hours', 'aws.inspector.function-code-hours', 'functions');
  },
};

export const inspectorModels: readonly CostModel[] = [enabler];

/** Resources in a file: nobody has tens of thousands in one. */
const perFile = 5_000;

/**
 * The files of a configuration of many resources in the shape of a real one: variables, locals, tags merged in, references from each
 * resource to another. `terraform_data` needs no provider, so that Terraform can be measured beside it.
 */
export function largeConfiguration(
  resources: number,
  type: 'aws_instance' | 'terraform_data',
): Readonly<Record<string, string>> {
  const head = `
variable "environment" {
  type    = string
  default = "prod"
}

locals {
  tags = { Environment = var.environment, Team = "core", CostCenter = "CC-1042" }
}
${type === 'aws_instance' ? '\nprovider "aws" {\n  region = "eu-west-1"\n}\n' : ''}`;
  const block = type === 'aws_instance' ? instance : data;
  const files: Record<string, string> = { 'main.tf': head };
  for (let start = 0; start < resources; start += perFile) {
    const blocks = Array.from({ length: Math.min(perFile, resources - start) }, (_, index) => block(start + index));
    files[`web-${start / perFile}.tf`] = blocks.join('');
  }
  return files;
}

function instance(index: number): string {
  return `
resource "aws_instance" "web_${index}" {
  ami           = "ami-0c1c30571d2dae5c9"
  instance_type = ${index % 3 === 0 ? '"m6i.large"' : `aws_instance.web_${index - 1}.instance_type`}
  subnet_id     = var.environment == "prod" ? "subnet-${index % 7}" : null

  root_block_device {
    volume_size = ${8 + (index % 40)}
    volume_type = "gp3"
  }

  tags = merge(local.tags, { Name = format("web-%04d", ${index}) })
}
`;
}

function data(index: number): string {
  return `
resource "terraform_data" "web_${index}" {
  input = {
    type = ${index % 3 === 0 ? '"m6i.large"' : `terraform_data.web_${index - 1}.input.type`}
    tags = merge(local.tags, { Name = format("web-%04d", ${index}) })
  }
}
`;
}

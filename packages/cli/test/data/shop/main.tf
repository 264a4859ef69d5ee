variable "environment" {
  type    = string
  default = "dev"
}

variable "owner" {
  type = string
}

variable "database_password" {
  type      = string
  default   = "not-for-reports"
  sensitive = true
}

variable "zones" {
  type    = list(string)
  default = ["a", "b"]
}

locals {
  name = "shop-${var.environment}"
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { Environment = var.environment }
  }
}

data "aws_ami" "base" {
  most_recent = true
  owners      = ["amazon"]
}

resource "aws_instance" "web" {
  for_each          = toset(var.zones)
  ami               = data.aws_ami.base.id
  availability_zone = "eu-west-1${each.key}"
  instance_type     = terraform.workspace == "prod" ? "m7i.large" : "t3.micro"

  root_block_device {
    volume_size = 20
  }

  tags = { Name = local.name, Owner = var.owner }
}

resource "aws_db_instance" "orders" {
  identifier = local.name
  password   = var.database_password
}

resource "aws_eip" "web" {
  count    = length(data.aws_ami.base.block_device_mappings)
  instance = aws_instance.web["a"].id
}

module "queue" {
  source = "./modules/queue"
  names  = ["orders", "payments"]
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}

output "name" {
  value = local.name
}

output "vpc" {
  value = module.vpc.vpc_id
}

output "password" {
  value     = aws_db_instance.orders.password
  sensitive = true
}

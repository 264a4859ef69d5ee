provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { CostCenter = "CC-1042" }
  }
}

variable "worker_type" {
  type = string
}

data "aws_ami" "base" {
  most_recent = true
}

resource "aws_instance" "api" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.small"
  tags          = { Owner = "team-api" }
}

resource "aws_instance" "batch" {
  ami           = "ami-0c1c30571d2dae5c9"
  instance_type = "m5.24xlarge"
  tags          = { owner = "team-batch" }
}

resource "aws_instance" "worker" {
  ami           = "ami-0c1c30571d2dae5c9"
  instance_type = var.worker_type
  tags          = { Owner = "team-api" }
}

# tollgate:ignore sizes/small until=2026-12-31 reason="moves to containers in December"
resource "aws_instance" "legacy" {
  ami           = "ami-0c1c30571d2dae5c9"
  instance_type = "m4.large"
  tags          = { Owner = "team-api" }
}

module "cluster" {
  source   = "./modules/cluster"
  for_each = toset(["a", "b"])
}

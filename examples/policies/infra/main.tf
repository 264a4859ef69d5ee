terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "environment" {
  type    = string
  default = "dev"
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      Owner       = "team-shop"
      Environment = var.environment
    }
  }
}

data "aws_ami" "base" {
  owners      = ["amazon"]
  most_recent = true
}

resource "aws_instance" "web" {
  ami           = data.aws_ami.base.id
  instance_type = "m7i.xlarge"
  tags          = { CostCenter = "CC-1042", Service = "shop" }
}

resource "aws_ebs_volume" "search" {
  availability_zone = "eu-west-1a"
  size              = 200
  encrypted         = true
  snapshot_id       = aws_ebs_snapshot.index.id
  tags              = { CostCenter = "CC-1042", Service = "serach" }
}

# tollgate:ignore guardrails/encrypted-volumes until=2026-12-31 reason="holds public catalogue images, moved in OPS-311"
resource "aws_ebs_volume" "images" {
  availability_zone = "eu-west-1a"
  size              = 40
  encrypted         = false
  tags              = { CostCenter = "CC-1042" }
}

resource "aws_ebs_snapshot" "index" {
  volume_id = aws_ebs_volume.images.id
  tags      = { CostCenter = "CC-1042" }
}

resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  tags           = { CostCenter = "shop" }
}

module "exports" {
  source = "./modules/queue"
  name   = "exports"
}

module "retries" {
  source = "./modules/queue"
  name   = "retries"
  tags   = { CostCenter = "CC-1042" }
}

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "owner" {
  type = string
}

resource "aws_instance" "web" {
  instance_type = "m5.large"
  ami           = "ami-0abcdef1234567890"

  tags = {
    Environment = "staging"
    Owner       = var.owner
  }
}

resource "aws_instance" "worker" {
  count         = 2
  instance_type = "t3.small"
  ami           = "ami-0abcdef1234567890"

  root_block_device {
    encrypted = count.index == 0
  }

  tags = {
    Environment = "prod"
    Owner       = "queue"
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "governed-logs"

  # tollgate:ignore tags/owner until=2026-12-01 reason="the logs team moves it"
  tags = {
    Environment = "prod"
  }
}

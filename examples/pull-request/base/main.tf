terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      CostCenter = "CC-1042"
      ManagedBy  = "terraform"
    }
  }
}

resource "aws_instance" "web" {
  ami           = "ami-0c1c30571d2dae5c9"
  instance_type = "t3.medium"

  tags = {
    Name  = "web"
    Owner = "team-shop"
  }
}

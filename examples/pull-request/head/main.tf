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

# New in this pull request: customers download their order history.

resource "aws_s3_bucket" "exports" {
  bucket = "acme-order-exports"

  tags = {
    Name  = "exports"
    owner = "team-shop"
  }
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = aws_instance.web.availability_zone
  size              = 100
  type              = "gp3"
}

resource "aws_iam_role_policy" "exports" {
  name   = "write-exports"
  role   = "web"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_cloudwatch_log_group" "exports" {
  name              = "/acme/exports"
  retention_in_days = 14

  # The application's own tag: AWS makes it up when the application is created.
  tags = aws_servicecatalogappregistry_application.shop.application_tag
}

resource "aws_servicecatalogappregistry_application" "shop" {
  name = "shop"

  tags = {
    Owner = "team-shop"
  }
}

module "queue" {
  source = "./modules/queue"
  name   = "exports"
}

module "retries" {
  source = "./modules/queue"
  name   = "export-retries"
  tags   = { Owner = "team-shop" }
}

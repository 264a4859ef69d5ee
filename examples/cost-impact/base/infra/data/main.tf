provider "aws" {
  region = "eu-west-1"
}

data "aws_subnet" "private" {
  tags = {
    Name = "private"
  }
}

variable "database_password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "17.4"
  instance_class    = "db.m6g.large"
  storage_type      = "gp3"
  allocated_storage = 200
  multi_az          = false
  username          = "orders"
  password          = var.database_password
}

resource "aws_s3_bucket" "backups" {
  bucket = "acme-shop-backups"
}

resource "aws_s3_bucket_lifecycle_configuration" "backups" {
  bucket = aws_s3_bucket.backups.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 90
    }
  }
}

module "reports" {
  source        = "../../modules/service"
  name          = "reports"
  instance_type = "t3.large"
  subnet_id     = data.aws_subnet.private.id
}

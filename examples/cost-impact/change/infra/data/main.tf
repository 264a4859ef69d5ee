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
  multi_az          = true
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

# Reports are made from a copy of the orders, so that they do not slow the shop down.

resource "aws_ebs_volume" "orders_copy" {
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 500
}

resource "aws_volume_attachment" "orders_copy" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.orders_copy.id
  instance_id = module.reports.instance_id
}

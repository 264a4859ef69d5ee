# An instance with its log group: what each of our services runs on.

variable "name" {
  type = string
}

variable "instance_type" {
  type = string
}

variable "subnet_id" {
  type = string
}

data "aws_ami" "base" {
  most_recent = true
  owners      = ["self"]

  filter {
    name   = "name"
    values = ["base-*"]
  }
}

resource "aws_instance" "this" {
  ami           = data.aws_ami.base.id
  instance_type = var.instance_type
  subnet_id     = var.subnet_id

  root_block_device {
    volume_type = "gp3"
    volume_size = 30
  }

  tags = {
    Name = var.name
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/service/${var.name}"
  retention_in_days = 30
}

output "instance_id" {
  value = aws_instance.this.id
}

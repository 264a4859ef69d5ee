# A stack with most of what configurations are made of.
terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

locals {
  environment = "prod"
  common_tags = {
    Environment  = local.environment
    "CostCenter" = "CC-1234"
    Owner        = var.owner
  }
  zones   = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  sizes   = { small = 1, large = -2.5, "extra large" = 1e3 }
  enabled = !false
}

variable "instances" {
  description = "What to run, by name"
  type = map(object({
    size  = optional(string, "t3.micro")
    disks = list(object({ size = number, type = string }))
  }))
  default = {}

  validation {
    condition     = alltrue([for name in keys(var.instances) : can(regex("^[a-z]+$", name))])
    error_message = "Names are lower case."
  }
}

resource "aws_instance" "this" {
  for_each = { for name, instance in var.instances : name => instance if length(instance.disks) > 0 }

  ami           = data.aws_ami.ubuntu[each.key].id
  instance_type = each.value.size != "" ? each.value.size : "t3.micro"
  subnet_id     = element(aws_subnet.private[*].id, index(local.zones, "eu-west-1a") % 3)

  dynamic "ebs_block_device" {
    for_each = each.value.disks
    content {
      device_name = "/dev/sd${substr("fghij", ebs_block_device.key, 1)}"
      volume_size = ebs_block_device.value.size * 2 + 1
    }
  }

  lifecycle {
    ignore_changes = [ami, tags["LastModified"]]
  }

  tags = merge(local.common_tags, { Name = "web-${each.key}" })
}

output "addresses" {
  value       = { for name, instance in aws_instance.this : instance.availability_zone => instance.private_ip... }
  description = null
  sensitive   = true
}

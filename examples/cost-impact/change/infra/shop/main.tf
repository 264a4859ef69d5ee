provider "aws" {
  region = "eu-west-1"
}

data "aws_subnet" "public" {
  tags = {
    Name = "public"
  }
}

data "aws_subnet" "private" {
  tags = {
    Name = "private"
  }
}

resource "aws_lb" "public" {
  name               = "shop"
  load_balancer_type = "application"
  subnets            = [data.aws_subnet.public.id]
}

moved {
  from = aws_lb.front
  to   = aws_lb.public
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

module "web" {
  source        = "../../modules/service"
  name          = "web"
  instance_type = "m6i.xlarge"
  subnet_id     = data.aws_subnet.private.id
}

module "worker" {
  source        = "../../modules/service"
  name          = "worker"
  instance_type = "t3.medium"
  subnet_id     = data.aws_subnet.private.id
}

# The payment provider asks for an address of our own.

resource "aws_eip" "payments" {
  domain = "vpc"
}

resource "aws_nat_gateway" "payments" {
  allocation_id = aws_eip.payments.id
  subnet_id     = data.aws_subnet.public.id
}

resource "aws_sqs_queue" "payments" {
  name                       = "payments"
  visibility_timeout_seconds = 120
}

import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.elb.application-hours 0.0225
  aws.elb.application-capacity 0.008
  aws.elb.application-reserved-capacity 0.008
  aws.elb.network-hours 0.0225
  aws.elb.network-capacity 0.006
  aws.elb.gateway-hours 0.0125
  aws.elb.gateway-capacity 0.004
  aws.elb.classic-hours 0.025
  aws.elb.classic-data 0.008
  aws.elb.trust-store-hours 0.0056
  aws.vpc.public-ipv4-in-use 0.005
`;

describe('aws_lb', () => {
  it('is billed by type, and for its public addresses', () => {
    const configuration = `
      resource "aws_alb" "default" { subnets = ["subnet-1", "subnet-2"] }
      resource "aws_lb" "internal" {
        internal           = true
        load_balancer_type = "network"
        subnets            = ["subnet-1", "subnet-2"]
      }
      resource "aws_eip" "one" {}
      resource "aws_lb" "mapped" {
        load_balancer_type = "network"
        subnet_mapping {
          subnet_id     = "subnet-1"
          allocation_id = aws_eip.one.id
        }
        subnet_mapping { subnet_id = "subnet-2" }
      }
      resource "aws_lb" "gateway" {
        load_balancer_type = "gateway"
        subnets            = ["subnet-1"]
      }
      resource "aws_lb" "reserved" {
        internal = true
        minimum_load_balancer_capacity { capacity_units = 100 }
      }
      resource "aws_lb_trust_store" "clients" {}
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_alb.default
        Application load balancer     730 hours   0.0225  16.425
        Load balancer capacity units  ? LCU       5.84    usage needed
        Public IPv4 addresses         1460 hours  0.005   7.3
        assumed: load_balancer_type = application
      aws_lb.internal
        Network load balancer         730 hours   0.0225  16.425
        Load balancer capacity units  ? LCU       4.38    usage needed
      aws_eip.one
        Public IPv4 address (in use)  730 hours   0.005   3.65
      aws_lb.mapped
        Network load balancer         730 hours   0.0225  16.425
        Load balancer capacity units  ? LCU       4.38    usage needed
        Public IPv4 addresses         730 hours   0.005   3.65
      aws_lb.gateway
        Gateway load balancer         730 hours   0.0125  9.125
        Load balancer capacity units  ? LCU       2.92    usage needed
      aws_lb.reserved
        Application load balancer     730 hours   0.0225  16.425
        Load balancer capacity units  ? LCU       5.84    usage needed
        Reserved capacity units       100 LCU     5.84    584
        assumed: load_balancer_type = application
      aws_lb_trust_store.clients
        Trust store                   730 hours   0.0056  4.088
      total                                               677.513
      "
    `);
  });

  it('needs the capacity of the largest dimension', () => {
    const configuration = `
      resource "aws_lb" "connections" { load_balancer_type = "application" }
      resource "aws_lb" "rules" { load_balancer_type = "application" }
      resource "aws_lb" "data" { load_balancer_type = "application" }
      resource "aws_lb" "reserved" {
        minimum_load_balancer_capacity { capacity_units = 1 }
      }
      resource "aws_lb" "tcp" { load_balancer_type = "network" }
      resource "aws_lb" "tls" { load_balancer_type = "network" }
      resource "aws_lb_listener" "tls" {
        load_balancer_arn = aws_lb.tls.arn
        protocol          = "TLS"
      }
    `;
    const usage = `
resource_usage:
  aws_lb.connections: { new_connections: 100, active_connections: 3000, processed_bytes_gb: 730, rule_evaluations: 1000 }
  aws_lb.rules: { rule_evaluations: 2500 }
  aws_lb.data: { new_connections: 1, processed_bytes_gb: 1460 }
  aws_lb.reserved: { new_connections: 100 }
  aws_lb.tcp: { new_connections: 800, rule_evaluations: 100000 }
  aws_lb.tls: { new_connections: 800 }
`;
    expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
      "
      aws_lb.connections
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  4 LCU      5.84    23.36
      aws_lb.rules
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  2.5 LCU    5.84    14.6
      aws_lb.data
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  2 LCU      5.84    11.68
      aws_lb.reserved
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  3 LCU      5.84    17.52
        Reserved capacity units       1 LCU      5.84    5.84
        assumed: load_balancer_type = application
      aws_lb.tcp
        Network load balancer         730 hours  0.0225  16.425
        Load balancer capacity units  1 LCU      4.38    4.38
      aws_lb.tls
        Network load balancer         730 hours  0.0225  16.425
        Load balancer capacity units  16 LCU     4.38    70.08
      aws_lb_listener.tls (free)
      total                                              246.01
      "
    `);
  });

  it('tells what it cannot know', () => {
    const configuration = `
      variable "subnets" {}
      variable "internal" {}
      resource "aws_lb" "subnets" { subnets = var.subnets }
      resource "aws_lb" "internal" {
        internal = var.internal
        subnets  = ["subnet-1"]
      }
      resource "aws_lb" "type" { load_balancer_type = "classic" }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_lb.subnets (unpriced)
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  ? LCU      5.84    usage needed
        Public IPv4 addresses                    unpriced: \`subnets\`: variable subnets has no value
        assumed: load_balancer_type = application
      aws_lb.internal
        Application load balancer     730 hours  0.0225  16.425
        Load balancer capacity units  ? LCU      5.84    usage needed
        Public IPv4 addresses         730 hours  0.005   3.65
        between 16.425 and 20.075
        unknown: \`internal\`: variable internal has no value
        assumed: load_balancer_type = application
      aws_lb.type (unpriced)
        Load balancer                            unpriced: there is no load balancer of the type "classic"
      total (from 32.85)                                 36.5
      "
    `);
  });
});

it('aws_elb is billed by hours, data and public addresses', () => {
  const configuration = `
    resource "aws_elb" "zones" { availability_zones = ["us-east-1a", "us-east-1b"] }
    resource "aws_elb" "used" {
      internal = true
      subnets  = ["subnet-1"]
    }
  `;
  const usage = 'resource_usage: { aws_elb.used: { monthly_data_processed_gb: 1000 } }';
  expect(estimateTable(configuration, { prices, usage })).toMatchInlineSnapshot(`
    "
    aws_elb.zones
      Classic load balancer  730 hours   0.025  18.25
      Data processed         ? GB        0.008  usage needed
      Public IPv4 addresses  1460 hours  0.005  7.3
    aws_elb.used
      Classic load balancer  730 hours   0.025  18.25
      Data processed         1000 GB     0.008  8
    total                                       51.8
    "
  `);
});

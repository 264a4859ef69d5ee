import { describe, expect, it } from 'vitest';
import { estimateTable } from '../../test/estimate.ts';

const prices = `
  aws.lightsail.instance Linux,16GB 0.1129
  aws.lightsail.instance Windows,2GB 0.02956
  aws.lightsail.instance IPv6 Linux,0.5GB 0.0047
  aws.lightsail.database Standard,1GB 0.02016
  aws.lightsail.database High,1GB 0.04032
  aws.lightsail.container nano 0.0094
  aws.lightsail.disk 0.1
  aws.lightsail.load-balancer 0.0242
  aws.lightsail.static-ip 0.005
  aws.lightsail.distribution small 2.5
`;

describe('Lightsail', () => {
  it('is billed by bundle', () => {
    const configuration = `
      variable "bundle" {}
      resource "aws_lightsail_instance" "linux" { bundle_id = "xlarge_2_0" }
      resource "aws_lightsail_instance" "windows" { bundle_id = "small_win_2_0" }
      resource "aws_lightsail_instance" "ipv6" { bundle_id = "nano_ipv6_3_0" }
      resource "aws_lightsail_instance" "odd" { bundle_id = "giant_2_0" }
      resource "aws_lightsail_instance" "unknown" { bundle_id = var.bundle }
      resource "aws_lightsail_database" "single" { bundle_id = "micro_2_0" }
      resource "aws_lightsail_database" "double" { bundle_id = "micro_ha_2_0" }
      resource "aws_lightsail_container_service" "on" {
        power = "nano"
        scale = 3
      }
      resource "aws_lightsail_container_service" "off" {
        power       = "nano"
        scale       = 3
        is_disabled = true
      }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_lightsail_instance.linux
        Virtual server (Linux/UNIX)              730 hours   0.1129   82.417
      aws_lightsail_instance.windows
        Virtual server (Windows)                 730 hours   0.02956  21.5788
      aws_lightsail_instance.ipv6
        Virtual server (Linux/UNIX)              730 hours   0.0047   3.431
      aws_lightsail_instance.odd (unpriced)
        Virtual server                                       unpriced: there is no bundle of the size "giant"
      aws_lightsail_instance.unknown (unpriced)
        Virtual server                                       unpriced: \`bundle_id\`: variable bundle has no value
      aws_lightsail_database.single
        Database (standard availability, micro)  730 hours   0.02016  14.7168
      aws_lightsail_database.double
        Database (high availability, micro)      730 hours   0.04032  29.4336
      aws_lightsail_container_service.on
        Container service (nano)                 2190 hours  0.0094   20.586
      aws_lightsail_container_service.off (free)
      total                                                           172.1632
      "
    `);
  });

  it('is billed for disks, load balancers, distributions, and addresses that nothing uses', () => {
    const configuration = `
      resource "aws_lightsail_disk" "data" { size_in_gb = 32 }
      resource "aws_lightsail_distribution" "web" { bundle_id = "small_1_0" }
      resource "aws_lightsail_lb" "web" { instance_port = 80 }
      resource "aws_lightsail_static_ip" "unused" { name = "unused" }
      resource "aws_lightsail_static_ip" "used" { name = "used" }
      resource "aws_lightsail_static_ip_attachment" "used" { static_ip_name = aws_lightsail_static_ip.used.id }
    `;
    expect(estimateTable(configuration, { prices })).toMatchInlineSnapshot(`
      "
      aws_lightsail_disk.data
        Storage                32 GB      0.1     3.2
      aws_lightsail_distribution.web
        Distribution (small)   1 months   2.5     2.5
      aws_lightsail_lb.web
        Load balancer          730 hours  0.0242  17.666
      aws_lightsail_static_ip.unused
        Static IP (if unused)  730 hours  0.005   3.65
      aws_lightsail_static_ip.used (free)
      aws_lightsail_static_ip_attachment.used (free)
      total                                       27.016
      "
    `);
  });
});

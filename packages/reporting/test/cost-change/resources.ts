/** What a resource is billed for, in USD a month; null where there is no price or the quantity is not known. */
export interface Component {
  readonly name: string;
  readonly quantity: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Resource {
  /** The address of the module in its root module; empty for the root module itself. */
  readonly module: string;
  readonly address: string;
  /** What moved its cost. */
  readonly why: string;
  readonly place: { readonly file: string; readonly startLine: number };
  readonly components: readonly Component[];
}

function component(name: string, quantity: string, before: number | null, after: number | null): Component {
  return { name, quantity, before, after };
}

function resource(module: string, address: string, why: string, ...components: Component[]): Resource {
  const startLine = 10 + address.length;
  return {
    module,
    address,
    why,
    place: { file: `${module === '' ? 'infra' : 'modules/app'}/main.tf`, startLine },
    components,
  };
}

const hours = '730 hours';

/** Virtual machines of a group that becomes dearer, one by one. */
function workers(count: number): Resource[] {
  return Array.from({ length: count }, (_, index) =>
    resource(
      'module.workers',
      `aws_instance.worker[${index}]`,
      'instance_type m5.large → m6i.xlarge',
      component('Linux, on-demand', hours, 70.08, 140.16),
      component('root_block_device: Storage (gp3)', '50 GB', 4, 4),
    ),
  );
}

function volumes(count: number): Resource[] {
  return Array.from({ length: count }, (_, index) =>
    resource(
      'module.data',
      `aws_ebs_volume.data["eu-west-1${'abc'[index % 3]}-${index}"]`,
      'type gp2 → gp3',
      component('Storage (gp3)', '500 GB', 55, 44),
    ),
  );
}

/** The root modules of the pull request with 40 resources. */
export const roots: readonly { readonly name: string; readonly resources: readonly Resource[] }[] = [
  {
    name: 'infra/production',
    resources: [
      resource(
        'module.orders',
        'aws_db_instance.main',
        'instance_class db.r6g.2xlarge → db.r6g.4xlarge',
        component('PostgreSQL, db.r6g.4xlarge', hours, 657.73, 1315.46),
        component('Storage (gp3)', '800 GB', 92, 92),
        component('Backup storage beyond the free amount', 'not told', null, null),
      ),
      resource('module.orders', 'aws_secretsmanager_secret.password', '', component('Secret', '1 secret', 0.4, 0.4)),
      ...workers(9),
      ...volumes(10),
      resource('', 'aws_networkfirewall_firewall.edge', 'added', component('Endpoint', hours, null, null)),
      resource('', 'aws_nat_gateway.zone["a"]', '', component('NAT gateway', hours, 32.85, 32.85)),
      resource('', 'aws_nat_gateway.zone["b"]', 'removed', component('NAT gateway', hours, 32.85, 0)),
    ],
  },
  {
    name: 'infra/staging',
    resources: [
      resource(
        '',
        'aws_lb.public',
        'added',
        component('Load balancer', hours, 0, 16.43),
        component('Capacity units', 'not told', null, null),
      ),
      resource('', 'aws_cloudwatch_log_group.app', '', component('Ingested data', 'not told', null, null)),
      ...Array.from({ length: 7 }, (_, index) =>
        resource(
          'module.cluster',
          `aws_instance.node[${index}]`,
          '',
          component('Linux, on-demand', hours, 60.74, 60.74),
        ),
      ),
    ],
  },
  {
    name: 'infra/search',
    resources: [
      resource(
        'module.search',
        'aws_db_instance.replica',
        'instance_class is known after apply',
        component('PostgreSQL', hours, null, null),
      ),
      resource(
        'module.search',
        'aws_opensearch_domain.main',
        'instance_count 3 → 2',
        component('r6g.large.search', '1,460 hours', 365.73, 243.82),
      ),
      resource('', 'aws_eip.unused', 'removed', component('Idle address', hours, 3.65, 0)),
      resource('', 'aws_kms_key.search', '', component('Key', '1 key', 1, 1)),
      resource('', 'aws_route53_zone.search', '', component('Hosted zone', '1 zone', 0.5, 0.5)),
      resource('', 'aws_sqs_queue.index', '', component('Requests', 'not told', null, null)),
      resource('', 'aws_ecr_repository.search', 'added', component('Storage', '20 GB', 0, 2)),
    ],
  },
];

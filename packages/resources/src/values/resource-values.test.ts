import { describe, expect, it } from 'vitest';
import { configurationOf, everythingOf, outcomeOf, planOf } from '../../test/conditions.ts';
import { resourceSubjects } from '../index.ts';

describe('values of a configuration', () => {
  const [, subject] = resourceSubjects(
    configurationOf(`
      variable "region" { type = string }
      variable "password" {
        type      = string
        default   = "hunter2"
        sensitive = true
      }
      data "aws_ami" "x" {}
      resource "aws_instance" "web" {
        ami       = data.aws_ami.x.id
        name      = "web"
        count     = 1
        size      = 8
        share     = 0.5
        user_data = null
        password  = var.password
        zones     = ["a", var.region]
        empty     = []
        tags      = { Owner = "core", Region = var.region, Secret = var.password, None = null }
        plain     = { a = "1", b = "2" }
        disk {
          size = 8
          kms  = var.region
        }
        disk { encrypted = true }
      }`),
  );

  it.each<[string, unknown]>([
    ['resource.values.name', 'web'],
    ['resource.values.size > 7 && resource.values.share < 1.0', true],
    ['resource.values.ami', ['data source aws_ami.x']],
    ['has(resource.values.ami)', true],
    ["'ami' in resource.values", true],
    ['resource.values.zones[0]', 'a'],
    ["resource.values.zones.exists(z, z == 'a')", true],
    ["resource.values.zones.all(z, z == 'a')", ['variable region has no value']],
    ['size(resource.values.empty) == 0', true],
    ['resource.values.password', ['`password` is sensitive and is not read']],
    ["resource.values.password == 'hunter2'", ['`password` is sensitive and is not read']],
    ['has(resource.values.password)', true],
    ['resource.values.monitoring', ['`monitoring` is not configured: the provider decides its value']],
    ['has(resource.values.monitoring)', false],
    ['has(resource.values.user_data)', false],
    ['resource.values.user_data', ['`user_data` is not configured: the provider decides its value']],
    ['!has(resource.values.monitoring) || resource.values.monitoring', true],
  ])('%s', (expression, expected) => {
    expect(outcomeOf(subject, expression)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['resource.values.tags.Owner', 'core'],
    ['resource.values.tags.Region', ['variable region has no value']],
    ['resource.values.tags.Secret', ['`tags.Secret` is sensitive and is not read']],
    ['resource.values.tags.Missing', 'error: no such key: "Missing"'],
    ['has(resource.values.tags.Missing)', false],
    ['resource.values.tags.?Missing.orValue("none")', 'none'],
    ['has(resource.values.tags.None)', false],
    ["'Secret' in resource.values.tags", true],
    ['resource.values.tags.exists(k, k == "Region")', true],
    ["resource.values.plain == {'a': '1', 'b': '2'}", true],
  ])('in maps a key that is not there is missing: %s', (expression, expected) => {
    expect(outcomeOf(subject, expression)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['resource.values.disk.size() == 2', true],
    ['resource.values.disk[0].size == 8', true],
    ['resource.values.disk[0].kms', ['variable region has no value']],
    ['resource.values.disk[1].encrypted', true],
    ['has(resource.values.disk[0].encrypted)', false],
    ['resource.values.disk.exists(d, d.encrypted)', true],
    [
      'resource.values.disk.all(d, d.encrypted)',
      ['`disk[0].encrypted` is not configured: the provider decides its value'],
    ],
    ['resource.values.disk.all(d, has(d.encrypted) && d.encrypted)', false],
    ['resource.values.network', ['`network` is not configured: the provider decides its value']],
  ])('in blocks the provider decides what is not configured: %s', (expression, expected) => {
    expect(outcomeOf(subject, expression)).toEqual(expected);
  });
});

describe('values of a plan', () => {
  const [subject] = resourceSubjects(
    planOf({
      change: {
        actions: ['update'],
        before: { acl: 'private', password: 'old secret', tags: { a: '1' } },
        before_sensitive: { password: true },
        after: {
          acl: 'private',
          policy: null,
          password: 'new secret',
          token: null,
          tags: { a: '1', n: null },
          rule: [{ days: 30, prefix: null, key: 'inner secret' }, { days: 5 }],
          ports: [80, null],
          odd: ['odd secret'],
        },
        after_unknown: { arn: true, tags: { b: true }, rule: [{}, { id: true }], ports: [false, true] },
        after_sensitive: { password: true, token: true, rule: [{ key: true }, {}], odd: [false, true] },
      },
    }),
  );

  it.each<[string, unknown]>([
    ['resource.values.acl', 'private'],
    ['resource.values.arn', ['`arn` is known only after apply']],
    ['has(resource.values.arn)', true],
    ['resource.values.tags.b', ['`tags.b` is known only after apply']],
    ['has(resource.values.tags.n)', false],
    ['resource.values.rule[1].id', ['`rule[1].id` is known only after apply']],
    ['resource.values.ports[0] == 80', true],
    ['resource.values.ports[1]', ['`ports[1]` is known only after apply']],
    ['resource.values.policy == null', true],
    ['has(resource.values.policy)', false],
    ['has(resource.values.rule[0].prefix)', false],
    ['resource.values.alc', 'error: no such key: "alc"'],
    ['has(resource.values.alc)', false],
    ['resource.values.?alc.orValue("none")', 'none'],
    ['resource.values.rule.all(r, r.days >= 5)', true],
    ['resource.values.password', ['`password` is sensitive and is not read']],
    ['resource.before.password', ['`password` is sensitive and is not read']],
    ['resource.before.password == resource.values.password', ['`password` is sensitive and is not read']],
    ['resource.values.rule[0].key', ['`rule[0].key` is sensitive and is not read']],
    ['resource.before.acl', 'private'],
    ['resource.before.alc', 'error: no such key: "alc"'],
  ])('%s', (expression, expected) => {
    expect(outcomeOf(subject, expression)).toEqual(expected);
  });

  it('tell that a sensitive attribute is not set', () => {
    expect(outcomeOf(subject, 'has(resource.values.token)')).toBe(false);
    expect(outcomeOf(subject, 'resource.values.token == null')).toBe(true);
  });

  it('hide all of a value whose marks do not fit it', () => {
    expect(outcomeOf(subject, 'resource.values.odd')).toEqual(['`odd` is sensitive and is not read']);
  });

  it('do not let a name end the quotation it stands in', () => {
    const change = { after: { tags: {} }, after_unknown: { tags: { 'a`b c': true } } };
    const [hostile] = resourceSubjects(planOf({ change }));
    expect(outcomeOf(hostile, 'resource.values.tags["a`b c"]')).toEqual(['`tags["a\'b c"]` is known only after apply']);
  });

  it('hold names that mean something to JavaScript as any other', () => {
    const after = JSON.parse('{"__proto__": "p", "constructor": "c", "tags": {"__proto__": "t", "get": "g"}}');
    const [odd] = resourceSubjects(planOf({ change: { after, after_sensitive: { constructor: true } } }));
    expect(outcomeOf(odd, 'resource.values.__proto__')).toBe('p');
    expect(outcomeOf(odd, 'resource.values.tags.get')).toBe('g');
    expect(outcomeOf(odd, 'has(resource.values.toString)')).toBe(false);
    expect(outcomeOf(odd, 'resource.values.constructor')).toEqual(['`constructor` is sensitive and is not read']);
  });
});

describe('secrets', () => {
  const secret = 'hunter2';
  const inputs = {
    configuration: configurationOf(`
      variable "p" {
        default   = "${secret}"
        sensitive = true
      }
      resource "aws_x" "a" {
        whole  = var.p
        text   = "x-\${var.p}"
        tags   = { p = var.p }
        list   = [var.p]
        block { p = var.p }
      }`),
    plan: planOf({
      change: {
        actions: ['update'],
        before: { whole: secret, tags: { p: secret }, list: [secret], block: [{ p: secret }] },
        before_sensitive: { whole: true, tags: { p: true }, list: [true], block: [{ p: true }] },
        after: { whole: secret, text: `x-${secret}`, tags: { p: secret }, list: [secret], block: [{ p: secret }] },
        after_sensitive: { whole: true, text: true, tags: { p: true }, list: [true], block: [{ p: true }] },
      },
    }),
  };
  const places = ['whole', 'text', 'tags.p', 'tags', 'list[0]', 'list', 'block[0].p', 'block[0]', 'block'];

  it.each(Object.entries(inputs))('of a %s reach no outcome and no trace', (_, input) => {
    const [subject] = resourceSubjects(input);
    const seen: string[] = [JSON.stringify(subject?.data)];
    for (const side of ['values', 'before']) {
      for (const place of places) {
        const path = `resource.${side}.${place}`;
        for (const expression of [path, `${path} == 'x'`, `string(${path})`, `[${path}]`, `{'a': ${path}}`]) {
          seen.push(everythingOf(subject, expression));
        }
      }
      seen.push(everythingOf(subject, `resource.${side}`), everythingOf(subject, 'resource'));
      seen.push(everythingOf(subject, `resource.${side}.map(k, resource.${side}[k])`));
    }
    expect(seen.join(' ')).not.toContain(secret);
    expect(seen.join(' ')).toContain('is sensitive and is not read');
  });
});

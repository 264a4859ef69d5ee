import { attribute, reasonsOf } from './attribute.ts';
import type { Templates } from './nested-tags.ts';
import type { TagSource } from './tag-source.ts';

/**
 * Finds launch templates by their name or id, or by the reference whose value is known only after apply, which the reason of
 * an evaluation names: `aws_launch_template.web.id is known only after apply`.
 */
export function launchTemplates(sources: readonly TagSource[]): Templates {
  const byText = new Map<string, TagSource>();
  for (const source of sources) {
    if (source.type !== 'aws_launch_template') continue;
    for (const name of ['id', 'name']) {
      const value = attribute(source.values, name).value;
      if (typeof value === 'string') byText.set(value, source);
    }
    byText.set(source.address, source);
  }
  return (reference) => {
    for (const name of ['id', 'name']) {
      const found = attribute(reference, name);
      if (typeof found.value === 'string') return byText.get(found.value) ?? null;
      const [, target] = /^(\S+)\.(?:id|name) is known only after apply$/.exec(reasonsOf(found)[0] ?? '') ?? [];
      if (target !== undefined) return byText.get(target) ?? null;
    }
    return null;
  };
}

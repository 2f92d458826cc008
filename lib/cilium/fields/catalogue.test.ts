import { describe, expect, it } from 'vitest';
import { fields } from './catalogue';
import { contextOf, printedLabels, statuses, version, versions } from './catalogued-agents.fixture';
import { costsOf } from './field-entry';
import { fieldIds } from './field-id';
import { tell } from './passage';
import { inSpan } from './version-span';

describe('field catalogue', () => {
  it('has an entry for every label an agent of 1.10 to main prints', () => {
    const known = fieldIds.flatMap((id) => fields[id].labels.map((label) => `${fields[id].block}/${label}`));
    for (const [block, label] of printedLabels) expect(known).toContain(`${block}/${label}`);
  });

  it('names no label twice in a block', () => {
    const known = fieldIds.flatMap((id) => fields[id].labels.map((label) => `${fields[id].block}/${label}`));
    expect(new Set(known).size).toBe(known.length);
  });

  it.each(fieldIds)('%s: complete, and its relations exist', (id) => {
    const entry = fields[id];
    expect(entry.id).toBe(id);
    expect(tell([entry.what], null).join('').length).toBeGreaterThan(20);
    expect(entry.why.length).toBeGreaterThan(0);
    expect(entry.misunderstood.length).toBeGreaterThan(0);
    expect(entry.versions.length).toBeGreaterThan(0);
    expect(entry.related).not.toContain(id);
    for (const related of entry.related) expect(fields[related]).toBeDefined();
  });

  it.each(fieldIds)('%s: says more to an expert than to a newcomer, in some version', (id) => {
    const entry = fields[id];
    const deeper = versions.some((text) => {
      const context = contextOf(text);
      return statuses.some(
        (status) =>
          (['newcomer', 'expert'] as const)
            .map((depth) =>
              [
                ...tell(
                  [
                    entry.what,
                    ...entry.why,
                    ...(entry.value(status).state === 'not-reported' ? [] : entry.meaning(status, context)),
                    ...entry.prerequisites,
                    ...costsOf(entry, status),
                  ],
                  context.version,
                  depth,
                ),
                ...entry.misunderstood.map(({ expert }) => (depth === 'expert' ? (expert ?? '') : '')),
              ].join(''),
            )
            .reduce((newcomer, expert) => (newcomer === expert ? '' : expert)) !== '',
      );
    });
    expect(deeper).toBe(true);
  });

  it('offers for every setting values to choose from, and exactly one knob a key in each version', () => {
    for (const text of versions)
      for (const id of fieldIds) {
        const now = fields[id].settings.filter((one) => inSpan(version(text), one));
        expect(new Set(now.map(({ key }) => key)).size, `${id} ${text}`).toBe(now.length);
        for (const { values } of now) expect(values.length).toBeGreaterThan(0);
      }
  });
});

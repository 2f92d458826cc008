import { expect, it } from 'vitest';
import { templateHash } from './pod-template';

const spec = { containers: [{ name: 'agent', image: 'agent:1' }], volumes: [{ name: 'run', emptyDir: {} }] };
const labels = { app: 'agent' };

it('is the template of before once an annotation is taken out again, so that nobody restarts for it', () => {
  const before = templateHash({ metadata: { labels }, spec });
  expect(templateHash({ metadata: { labels, annotations: { restartedAt: 'now' } }, spec })).not.toBe(before);
  expect(templateHash({ metadata: { labels, annotations: {} }, spec })).toBe(before);
  expect(templateHash({ spec })).toBe(templateHash({ metadata: { labels: {} }, spec }));
});

it('is another where a volume is of no kind', () => {
  const other = { ...spec, volumes: [{ name: 'run' }] };
  expect(templateHash({ metadata: { labels }, spec: other })).not.toBe(
    templateHash({ metadata: { labels }, spec }),
  );
});

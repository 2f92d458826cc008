import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { helmWayOf, wayOf } from './apply-way';
import { WayChoice } from './way-choice';

const possible = { release: 'kube-system/cilium', possible: true, reason: null };
const not = { ...possible, possible: false, reason: 'There is no helm command here.' };

test('Helm is the way unless the reader chose otherwise or it is not possible', () => {
  expect(wayOf(null, possible)).toBe('helm');
  expect(wayOf('patch', possible)).toBe('patch');
  expect(wayOf('helm', not)).toBe('patch');
  expect(wayOf(null, null)).toBe('patch');
});

test('a plan for chosen nodes goes around the release', () => {
  const permission = { allowed: true, offByServer: false, missing: [], lockedBy: null, helm: possible };
  expect(helmWayOf({ nodes: null }, permission)).toBe(possible);
  expect(helmWayOf({ nodes: ['node-a'] }, permission)).toBeNull();
  expect(helmWayOf({ nodes: null }, null)).toBeNull();
});

test('each way says what becomes of the change, and one that is locked says why', () => {
  const html = renderToStaticMarkup(<WayChoice helm={not} way="patch" onWay={() => {}} />);
  expect(html).toContain('Not possible: There is no helm command here.');
  expect(html).toContain('its next upgrade puts the old settings back');
  expect(html.match(/disabled=""/g)?.length).toBe(1);
});

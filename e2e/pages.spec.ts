import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const node = 'ip-192-168-18-107.ec2.internal';

const pages = [
  { name: 'Overview', url: paths.overview, heading: 'Overview' },
  { name: 'Services, map', url: paths.services, heading: 'Services' },
  { name: 'Services, table', url: `${paths.services}?view=table`, heading: 'Services' },
  { name: 'Services, lines', url: `${paths.services}?zoom=services`, heading: 'Services' },
  {
    name: 'Services, by node',
    url: `${paths.services}?group=node&zoom=frontends`,
    heading: 'Services',
  },
  {
    name: 'Services, detail',
    url: `${paths.services}?f=${encodeURIComponent('10.100.0.10:53')}`,
    heading: 'Services',
  },
  { name: 'Agreement', url: `${paths.agreement}?rows=all&expected=true`, heading: 'Agreement' },
  { name: 'Status', url: paths.status, heading: 'Status' },
  { name: 'Status, whole output', url: `${paths.status}?view=whole&field=bpf-maps`, heading: 'Status' },
  {
    name: 'Status, a line with a note',
    url: `${paths.status}?view=whole&field=kubernetes`,
    heading: 'Status',
  },
  { name: 'Status, table', url: `${paths.status}?view=table&depth=expert`, heading: 'Status' },
  {
    name: 'Status, two nodes',
    url: `${paths.status}?node=${node}&compare=ip-192-168-53-201.ec2.internal`,
    heading: 'Status',
  },
  { name: 'Status, two versions', url: `${paths.status}?version=1.20`, heading: 'Status' },
  { name: 'Settings', url: paths.settings, heading: 'Settings' },
  { name: 'Change', url: paths.change, heading: 'Change settings' },
  { name: 'Without kube-proxy', url: paths.kubeProxy, heading: 'Without kube-proxy' },
  { name: 'Node', url: paths.node(node), heading: /18-107/ },
  { name: 'Raw service list', url: paths.raw(node, 'service-list'), heading: 'Raw' },
  { name: 'Raw status', url: paths.raw(node, 'status'), heading: 'Raw' },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const { name, url, heading } of pages) {
        test(`${name} shows the cluster without an error, a violation or a sideways scroll`, async ({
          page,
          expectAccessible,
        }) => {
          await page.goto(url);
          await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
          await expect(page.getByText(/basic-cilium/).first(), 'the source').toBeVisible();
          await expect(page.getByText(/2\/2/).first()).toBeVisible();
          await expect(page.getByRole('status', { name: 'Asking' }), 'panels still waiting').toHaveCount(0);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
          await expectAccessible(name);
        });
      }
    });
  }
}

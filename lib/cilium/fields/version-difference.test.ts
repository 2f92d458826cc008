import { expect, it } from 'vitest';
import type { Release } from '../agent-version';
import { fields } from './catalogue';
import { fieldIds } from './field-id';
import { versionDifference } from './version-difference';

const release = (minor: number): Release => ({ major: 1, minor, patch: 0 });

it('tells a line that went, one that came, and a setting under another name', () => {
  expect(versionDifference(fields['graceful-termination'], release(13), release(18))).toEqual({
    printed: { before: true, after: false },
    sentences: [
      'The line is not printed: Cilium 1.11 to 1.17 has it.',
      'There is no setting `enableK8sTerminatingEndpoint` (`enable-k8s-terminating-endpoint`) any more.',
    ],
  });
  expect(versionDifference(fields.routing, release(15), release(16)).sentences[0]).toBe(
    'The line is printed there.',
  );
  expect(versionDifference(fields['socket-lb'], release(11), release(12)).sentences).toContain(
    '`hostServices.enabled` (`enable-host-reachable-services`) is now `socketLB.enabled` (`bpf-lb-sock`).',
  );
  expect(versionDifference(fields['xdp-acceleration'], release(14), release(15)).sentences).toContain(
    '`bpf-lb-acceleration` can also be `best-effort`.',
  );
  expect(versionDifference(fields.status, release(15), release(13)).sentences.join(' ')).toContain(
    'Without `kube-proxy-replacement` it is `partial`, no longer `false`.',
  );
});

it('says nothing where nothing differs', () => {
  for (const id of fieldIds)
    for (let minor = 10; minor <= 21; minor += 1)
      expect(versionDifference(fields[id], release(minor), release(minor)).sentences).toEqual([]);
});

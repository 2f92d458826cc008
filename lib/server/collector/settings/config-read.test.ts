import { expect, it } from 'vitest';
import { configOwnerOf } from '@/lib/cilium/settings/config-owner';
import { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { configRead } from './config-read';

function historyOf(...written: [ms: number, mode: string][]): ConfigHistory {
  const history = new ConfigHistory();
  for (const [ms, mode] of written) {
    const map = {
      namespace: 'kube-system',
      name: 'cilium-config',
      data: { 'bpf-lb-mode': mode },
      writtenTimestamp: null,
      keyTimestamps: {},
      owner: configOwnerOf({ labels: {}, annotations: {}, managers: [] }),
    };
    history.note({ map, nodeConfigs: [] }, ms);
  }
  return history;
}

const pod = (restarts: number) => ({
  restarts,
  createdTimestamp: new Date(2_000).toISOString(),
  startedTimestamp: new Date(4_000).toISOString(),
});
const changed = historyOf([1_000, 'snat'], [3_000, 'dsr']);

it('takes what stood there when a container started that is its pod’s first', () => {
  expect(configRead(pod(0), changed, {})).toEqual({
    startedMs: 4_000,
    startedWith: { 'bpf-lb-mode': 'dsr' },
  });
});

it('does not know what a container found that started again after something was written', () => {
  expect(configRead(pod(1), changed, {})).toEqual({ startedMs: 2_000, startedWith: null });
  const same = historyOf([1_000, 'snat'], [3_000, 'snat']);
  expect(configRead(pod(1), same, {}).startedWith).toEqual({ 'bpf-lb-mode': 'snat' });
});

it('knows nothing of a container that does not run, or of a pod without a beginning', () => {
  const nothing = { startedMs: null, startedWith: null };
  expect(configRead({ ...pod(0), startedTimestamp: null }, changed, {})).toEqual(nothing);
  expect(configRead({ ...pod(1), createdTimestamp: null }, changed, {})).toEqual(nothing);
});

import { describe, expect, it } from 'vitest';
import { formSections } from '../plan/form-settings';
import { canaryKey, keysSharedByNodes } from './canary-keys';
import { isReadByOperator } from './operator-keys';

describe('a key on some nodes alone', () => {
  it.each(['bpf-lb-acceleration', 'kube-proxy-replacement', 'bpf-lb-map-max', 'trace-sock'])(
    'is sound for %s, as the documentation says',
    (key) => {
      expect(canaryKey(key)).toMatchObject({ sound: true, basis: 'documented' });
    },
  );

  it.each([
    ['bpf-lb-mode', 'DSR'],
    ['bpf-lb-dsr-dispatch', 'cannot read'],
    ['tunnel-protocol', 'cannot read'],
    ['bpf-lb-maglev-table-size', 'same backend'],
    ['bpf-lb-maglev-hash-seed', 'same backend'],
    ['bpf-lb-algorithm', 'same backend'],
    ['node-port-range', 'every node'],
  ])('is not for %s, and the reason speaks of it', (key, words) => {
    expect(canaryKey(key)).toMatchObject({ sound: false, reason: expect.stringContaining(words) });
  });

  it.each(keysSharedByNodes)('is not for %s, of which a rule warns', (key) => {
    expect(canaryKey(key).sound).toBe(false);
  });

  it('is refused where nothing is known of it', () => {
    expect(canaryKey('some-new-flag')).toMatchObject({ sound: false, basis: null });
  });

  it.each(formSections.flatMap(({ settings }) => settings.map(({ key }) => key)))(
    'is known for %s, which the form offers',
    (key) => {
      expect(canaryKey(key).basis).not.toBeNull();
    },
  );
});

describe('the operator', () => {
  const minor = (of: number) => ({ major: 1, minor: of });

  it.each(['kube-proxy-replacement', 'k8s-service-proxy-name', 'enable-gateway-api', 'loadbalancer-l7'])(
    'reads %s',
    (key) => {
      expect(isReadByOperator(key, minor(18))).toBe(true);
    },
  );

  it.each([
    'bpf-lb-mode',
    'bpf-lb-algorithm',
    'bpf-lb-acceleration',
    'bpf-lb-dsr-dispatch',
    'bpf-lb-maglev-hash-seed',
  ])('does not read %s', (key) => {
    expect(isReadByOperator(key, minor(18))).toBe(false);
  });

  it('reads bpf-lb-proto-diff in v1.17 alone', () => {
    expect([16, 17, 18].map((of) => isReadByOperator('bpf-lb-proto-diff', minor(of)))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

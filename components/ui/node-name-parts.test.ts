import { describe, expect, it } from 'vitest';
import { commonOfNodeNames, nodeNameParts } from './node-name-parts';

function cut(names: string[]) {
  const common = commonOfNodeNames(names);
  return names.map((name) => nodeNameParts(name, common));
}

describe('nodeNameParts', () => {
  it('keeps what tells EC2 nodes apart', () => {
    expect(cut(['ip-192-168-18-107.ec2.internal', 'ip-192-168-53-201.ec2.internal'])).toEqual([
      { prefix: 'ip-192-168-', distinct: '18-107', suffix: '.ec2.internal' },
      { prefix: 'ip-192-168-', distinct: '53-201', suffix: '.ec2.internal' },
    ]);
  });

  it('never cuts inside a word or a number', () => {
    expect(cut(['worker-11', 'worker-12'])).toEqual([
      { prefix: 'worker-', distinct: '11', suffix: '' },
      { prefix: 'worker-', distinct: '12', suffix: '' },
    ]);
  });

  it('leaves a lone name, and a name that is the start of another, whole', () => {
    expect(cut(['kind-control-plane'])).toEqual([{ prefix: '', distinct: 'kind-control-plane', suffix: '' }]);
    expect(cut(['kind-', 'kind-worker'])[0]).toEqual({ prefix: '', distinct: 'kind-', suffix: '' });
  });

  it('puts every name together again', () => {
    const names = ['a.b.c', 'a.x.c', 'a-1.c', 'a'];
    expect(cut(names).map(({ prefix, distinct, suffix }) => prefix + distinct + suffix)).toEqual(names);
  });
});

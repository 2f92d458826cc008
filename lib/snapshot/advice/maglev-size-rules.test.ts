import { describe, expect, it } from 'vitest';
import { backendView } from '../snapshot.fixture';
import { balanced, facts } from './advice.fixture';
import { ruleOf, said } from './judged.fixture';
import { annotated, two } from './rule-cases/advice-case.fixture';

describe('the size and the memory of Maglev tables', () => {
  const judged = (lutSize: number, ...counts: number[]) =>
    ruleOf('maglev-table-small').judge(
      facts({
        agents: two({ nodePort: { algorithm: 'Maglev', lutSize } }),
        frontends: counts.map((count, index) =>
          balanced(`web-${index}`, count, {
            key: `203.0.113.${index}:80/TCP`,
          }),
        ),
      }),
    )?.todo;

  it('names the smallest that holds the largest Service, and what it costs', () => {
    // 32749 slots: four bytes each for two tables, and 327 × 32749 × 8 bytes to compute them in.
    expect(judged(16381, 164, 10)).toMatch(
      /to 32749 .* take less than 1 MB in the kernel, .* sets 86 MB aside/,
    );
  });

  it('says so where no size is large enough', () => {
    expect(judged(131071, 1311)).toMatch(/^No table size is large enough: .* 1310 backends/);
  });

  it('counts the backends that a node has, where each has its own', () => {
    const own = ['a', 'b'].flatMap((node, index) =>
      [1, 2].map((n) => backendView(`10.${index}.0.${n}:80/TCP`, { nodes: [node] })),
    );
    const judge = (ownBackends: boolean) =>
      ruleOf('maglev-table-small').judge(
        facts({
          agents: two({ nodePort: { algorithm: 'Maglev', lutSize: 251 } }),
          frontends: [balanced('web', 0, { backends: own, ownBackends })],
        }),
      );
    expect(judge(false)?.evidence.map(said)[0]).toBe('shop/web backends=4 reported');
    expect(judge(true)).toBeNull();
  });

  it('counts Services that choose Maglev by annotation, where agents heed it', () => {
    const small = facts({
      agents: two({
        features: { annotations: ['service.cilium.io/lb-algorithm'] },
        config: { 'bpf-lb-maglev-table-size': '251' },
      }),
      services: [annotated('lb-algorithm', 'maglev')],
      frontends: [balanced('web', 3), balanced('other', 9)],
    });
    expect(ruleOf('maglev-table-small').judge(small)?.evidence.map(said)).toEqual([
      'shop/web backends=3 reported',
      'a+b bpf-lb-maglev-table-size=251 configured',
    ]);
  });
});

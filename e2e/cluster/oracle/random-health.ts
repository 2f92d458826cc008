import fc from 'fast-check';
import type { ClusterHealth } from '@/lib/server/training/agent/status/health-model';
import type { ModuleHealth } from '@/lib/server/training/agent/status/modules';
import { ageMs } from './age';

const rtt = fc.oneof(fc.nat(2_000_000), fc.constantFrom(1, 999, 1_000_000, 1_500_000_000, 61_000_000_000));

const often = fc.nat(3).map((draw) => draw > 0);

/** The health of up to 16 nodes, one of them often the own: more than the ten lines that are shown. */
export const randomClusterHealth: fc.Arbitrary<ClusterHealth> = fc.record({
  probedAtMs: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  intervalNs: fc.constantFrom(60e9, 96_566_274_746, 6e11),
  nodes: fc
    .array(
      fc.record({
        nodeReachable: often,
        endpointReachable: often,
        rttNs: fc.record({ nodeIcmp: rtt, nodeHttp: rtt, endpointIcmp: rtt, endpointHttp: rtt }),
        name: fc.constantFrom('node', 'east/node', 'ip-192-168-1-7.eu-central-1.compute.internal'),
      }),
      { maxLength: 16, size: 'max' },
    )
    .chain((nodes) =>
      fc.nat(nodes.length).map((own) =>
        nodes.map((node, index) => ({
          ...node,
          name: `${node.name}-${(index * 7) % 16}`,
          local: index === own,
          ip: `192.0.2.${index}`,
          healthIP: index % 2 === 0 ? `10.0.${index}.9` : `fd00:${index}::9`,
        })),
      ),
    ),
});

const word = fc.constantFrom(
  'auth',
  'job-gc',
  'endpoint-manager',
  'cilium-endpoint-7 (ns/web.1)',
  'timer',
  'B',
  'ä',
);

/** A table of module health with reporters that have reporters below them. */
export const randomModules: fc.Arbitrary<ModuleHealth[]> = fc.uniqueArray(
  fc.record({
    path: fc.array(word, { minLength: 3, maxLength: 5 }).map((path) => ['agent', ...path]),
    level: fc.constantFrom('OK', 'DEGRADED', 'STOPPED'),
    message: fc.constantFrom('', 'Running', 'OK (34.967µs)', 'failed: <nil> & more', 'two\nlines'),
    ageMs: ageMs.map((age) => age ?? 5),
    count: fc.constantFrom(1, 12, 40_000),
  }),
  { minLength: 1, maxLength: 20, size: 'max', selector: ({ path }) => path.join('.') },
);

import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { parseAgentVersion } from '../agent-version';
import { inSpan } from './version-span';
import { explainAbsence } from './absence';
import { fields } from './catalogue';
import type { FieldContext } from './field-context';
import { costsOf } from './field-entry';
import { fieldIds } from './field-id';
import { tell } from './passage';

/** Labels of cilium-output.md 2.4, with the block they stand in. */
const printedLabels = [
  ['details', 'Status'],
  ['details', 'Socket LB'],
  ['details', 'Socket LB Tracing'],
  ['details', 'Socket LB Coverage'],
  ['details', 'Socket LB Protocols'],
  ['details', 'Devices'],
  ['details', 'Mode'],
  ['details', 'DSR Dispatch Mode'],
  ['details', 'Backend Selection'],
  ['details', 'Session Affinity'],
  ['details', 'Graceful Termination'],
  ['details', 'NAT46/64 Support'],
  ['nat46x64', 'Services'],
  ['nat46x64', 'Gateway'],
  ['nat46x64', 'Prefixes'],
  ['details', 'XDP Acceleration'],
  ['details', 'Services'],
  ['services', 'ClusterIP'],
  ['services', 'NodePort'],
  ['services', 'LoadBalancer'],
  ['services', 'externalIPs'],
  ['services', 'HostPort'],
  ['details', 'Annotations'],
  ['annotations', 'service.cilium.io/forwarding-mode'],
  ['annotations', 'service.cilium.io/lb-algorithm'],
  ['annotations', 'service.cilium.io/node'],
  ['annotations', 'service.cilium.io/node-selector'],
  ['annotations', 'service.cilium.io/proxy-delegation'],
  ['annotations', 'service.cilium.io/src-ranges-policy'],
  ['annotations', 'service.cilium.io/type'],
  ['output', 'Host Routing'],
  ['output', 'Routing'],
  ['output', 'Attach Mode'],
  ['output', 'Device Mode'],
  ['output', 'Masquerading'],
  ['output', 'Controller Status'],
  ['output', 'BPF Maps'],
  ['output', 'Cluster health'],
] as const;

const versions = [
  '1.10.0',
  '1.11.0',
  '1.12.0',
  '1.13.4',
  '1.14.0',
  '1.15.0',
  '1.16.0',
  '1.17.0',
  '1.18.0',
  '1.19.0',
  '1.20.0',
  '1.21.0',
];

function version(text: string): Release {
  const parsed = parseAgentVersion(text);
  if (parsed === null) throw new Error(`bad version ${text}`);
  return parsed;
}

function contextOf(text: string | null): FieldContext {
  return {
    node: 'node-1',
    nodeIP: '192.0.2.11',
    version: text === null ? null : version(text),
    namespace: 'kube-system',
    pod: 'cilium-x',
    container: 'cilium-agent',
    daemonSet: 'cilium',
    binary: 'cilium',
    outside: null,
    byType: {},
  };
}

/** Statuses that between them hold every value a released agent reports. */
const statuses: AgentStatus[] = [
  ...['Strict', 'Partial', 'Probe', 'Disabled', 'True', 'False'].flatMap((mode) =>
    [true, false].map((enabled): AgentStatus['kubeProxyReplacement'] => ({
      mode,
      deviceList: [{ name: 'eth0', ip: ['192.0.2.11'] }],
      directRoutingDevice: 'eth0',
      features: {
        socketLB: { enabled },
        socketLBTracing: { enabled },
        hostReachableServices: { enabled, protocols: enabled ? ['TCP', 'UDP'] : ['TCP'] },
        bpfSocketLBHostnsOnly: enabled,
        nodePort: enabled
          ? { enabled, mode: 'SNAT', algorithm: 'Random', acceleration: 'Disabled' }
          : { enabled },
        hostPort: { enabled },
        externalIPs: { enabled },
        sessionAffinity: { enabled },
        gracefulTermination: { enabled },
        nat46X64: {
          enabled,
          service: { enabled },
          gateway: { enabled, prefixes: enabled ? ['64:ff9b::/96'] : [] },
        },
        annotations: enabled ? ['service.cilium.io/node'] : [],
      },
    })),
  ),
  ...['SNAT', 'DSR', 'Hybrid'].flatMap((mode) =>
    ['IP Option/Extension', 'Geneve', 'IPIP'].flatMap((dsrMode) =>
      ['Disabled', 'Native', 'Generic', 'Best-Effort'].map((acceleration) => ({
        mode: 'True',
        features: {
          nodePort: {
            enabled: true,
            mode,
            dsrMode,
            acceleration,
            algorithm: 'Maglev',
            lutSize: 16381,
            portMin: 30000,
            portMax: 32767,
          },
        },
      })),
    ),
  ),
].map((kubeProxyReplacement) => ({ kubeProxyReplacement, sections: {}, lines: {}, unparsed: [] }));

/** What agents report around it. */
const neighbours: Partial<AgentStatus>[] = [
  {
    routing: { network: 'Native', host: 'BPF' },
    attachMode: 'tcx',
    deviceMode: { mode: 'veth' },
    masquerading: {
      enabled: true,
      mode: 'BPF',
      devices: ['eth0'],
      snatExclusionCIDRv4: '10.0.0.0/8',
      ipMasqAgent: true,
    },
    controllers: { healthy: 20, total: 20, items: [] },
    bpfMaps: [{ name: 'IPv4 service', size: 65_536 }],
    bpfMapsDynamicSizeRatio: 0.0025,
    clusterHealth: { reachable: 2, total: 2 },
  },
  {
    routing: { network: 'Tunnel', tunnelProtocol: 'vxlan', host: 'Legacy' },
    attachMode: 'tc',
    deviceMode: { mode: 'netkit', configured: 'auto' },
    masquerading: { enabled: true, mode: 'IPTables', ipv4: true, ipv6: false },
    controllers: {
      healthy: 19,
      total: 20,
      items: [{ name: 'x', consecutiveFailures: 3, message: 'refused' }],
    },
    bpfMaps: [],
    clusterHealth: {
      reachable: 1,
      total: 2,
      nodes: [{ name: 'n2', isLocalhost: false, node: 'unreachable' }],
    },
  },
  { hostRouting: { mode: 'BPF' }, masquerading: { enabled: false } },
  { hostRouting: { mode: 'Legacy' } },
  {
    kubeProxyReplacement: {
      mode: 'True',
      features: {
        annotations: printedLabels.flatMap(([block, label]) => (block === 'annotations' ? [label] : [])),
      },
    },
  },
];
for (const neighbour of neighbours) statuses.push({ ...neighbour, sections: {}, lines: {}, unparsed: [] });

/** The statuses an agent of that version can report: dispatch is not reported before 1.15. */
function reportedBy(of: Release | null): AgentStatus[] {
  const dispatch = inSpan(of, { since: '1.15' });
  return statuses.filter(
    ({ kubeProxyReplacement }) => dispatch || kubeProxyReplacement?.features.nodePort?.dsrMode === undefined,
  );
}

/** Everything the catalogue says to a reader whose agent has that version; the history under `versions` is apart. */
function saidOf(text: string): { where: string; sentence: string }[] {
  const context = contextOf(text);
  return fieldIds.flatMap((id) => {
    const entry = fields[id];
    // A line that this version does not print is explained as what other versions have.
    if (!entry.printed.some((span) => inSpan(context.version, span))) return [];
    const general = [
      ...tell([entry.what, ...entry.why, ...entry.prerequisites], context.version, 'expert'),
      ...reportedBy(context.version).flatMap((status) =>
        tell(costsOf(entry, status), context.version, 'expert'),
      ),
      ...entry.misunderstood
        .filter((one) => inSpan(context.version, one))
        .map(({ claim, truth, expert }) => `${claim} ${truth} ${expert ?? ''}`),
      ...entry.settings
        .filter((one) => inSpan(context.version, one))
        .map(({ helm, key, values, note }) => [helm ?? '', key, ...values, note ?? ''].join(' ')),
    ];
    return general.map((sentence) => ({ where: `${text} ${id}`, sentence }));
  });
}

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

  it('has a sentence for every value, in every version', () => {
    for (const status of statuses)
      for (const text of [...versions, null]) {
        const context = contextOf(text);
        for (const id of fieldIds) {
          const entry = fields[id];
          if (entry.value(status).state === 'not-reported') {
            expect(explainAbsence(entry, status, context), id).not.toBe('');
            continue;
          }
          const said = tell(entry.meaning(status, context), context.version);
          expect(said.length, `${id} ${text}`).toBeGreaterThan(0);
          expect(said.join(' '), `${id} ${text}`).not.toMatch(/not known here|undefined|\(empty\)/);
        }
      }
  });

  it('says of an unknown value that it does not know it', () => {
    const status: AgentStatus = {
      kubeProxyReplacement: {
        mode: 'Perhaps',
        features: {
          nodePort: { enabled: true, mode: 'Warp', algorithm: 'Dice', acceleration: 'Warp 9', dsrMode: 'X' },
        },
      },
      sections: {},
      lines: {},
      unparsed: [],
    };
    for (const id of ['status', 'mode', 'backend-selection', 'xdp-acceleration'] as const)
      expect(tell(fields[id].meaning(status, contextOf('1.18.0')), version('1.18.0')).join(' ')).toContain(
        'not known here',
      );
  });

  it('says so in words where the table has no row that is forwarded', () => {
    const row = { count: 1, example: { address: '10.96.0.1:80', service: null, backend: null } };
    const [status] = statuses;
    if (status === undefined) throw new Error('no status');
    for (const id of ['mode', 'backend-selection', 'xdp-acceleration'] as const) {
      const told = (byType: FieldContext['byType']) =>
        tell(fields[id].meaning(status, { ...contextOf('1.18.0'), byType }), version('1.18.0')).join(' ');
      expect(told({ ClusterIP: row }), id).toContain('no example is shown');
      expect(told({}), id).not.toContain('no example');
    }
  });

  it('names the size of the socket’s map only as the agent reports it', () => {
    const [status] = statuses;
    if (status === undefined) throw new Error('no status');
    const said = (bpfMaps: AgentStatus['bpfMaps']) =>
      tell(
        fields['socket-lb'].meaning({ ...status, bpfMaps }, contextOf('1.18.0')),
        version('1.18.0'),
        'expert',
      ).join(' ');
    expect(said([{ name: 'Sock reverse NAT', size: 73_728 }])).toContain('`73728` entries');
    expect(said(undefined)).not.toContain('entries');
  });

  it('tells the costs of the value that an agent has, and of no other', () => {
    const costs = (mode: string) => {
      const kubeProxyReplacement = { mode: 'True', features: { nodePort: { enabled: true, mode } } };
      return costsOf(fields.mode, { kubeProxyReplacement, sections: {}, lines: {}, unparsed: [] });
    };
    expect(tell(costs('SNAT'), null).join(' ')).toContain('see a node, not the client');
    expect(tell(costs('DSR'), null).join(' ')).not.toContain('see a node, not the client');
    expect(tell(costs('Warp'), null)).toHaveLength(1);
  });

  it('lets no value from the cluster end the code it stands in', () => {
    const status: AgentStatus = {
      kubeProxyReplacement: { mode: 'a`b', features: {} },
      sections: {},
      lines: {},
      unparsed: [],
    };
    const said = tell(fields.status.meaning(status, contextOf('1.18.0')), version('1.18.0')).join(' ');
    expect(said.split('`').length % 2).toBe(1);
  });

  /** Words, and the versions whose agents know the thing. */
  const terms: [RegExp, string | undefined, string | undefined][] = [
    [/geneve/i, '1.14', undefined],
    [/best-effort/i, '1.15', undefined],
    [/cilium-dbg/, '1.15', undefined],
    [/annotation/i, '1.17', undefined],
    [/enable-k8s-terminating-endpoint/, '1.11', '1.17'],
    [/enable-node-port|enable-host-port|enable-external-ips|enable-session-affinity/, undefined, '1.18'],
    [/enable-host-reachable-services|hostServices/, undefined, '1.11'],
    [/bpf-lb-sock$|bpf-lb-sock /, '1.12', undefined],
    [/bpf-lb-nat46x64/, '1.18', undefined],
    [/gatewayAPI/, '1.20', undefined],
    [/\bstrict partial\b|\bprobe\b/, undefined, '1.13'],
  ];

  it.each(versions)('says nothing of %s that this version does not have', (text) => {
    for (const { where, sentence } of saidOf(text))
      for (const [term, since, until] of terms)
        if (!inSpan(version(text), { since, until })) expect(sentence, where).not.toMatch(term);
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

describe('agent versions', () => {
  it('reads releases, pre-releases and builds, and nothing else', () => {
    expect(parseAgentVersion('1.13.4')).toMatchObject({ major: 1, minor: 13, patch: 4 });
    expect(parseAgentVersion('v1.18.0-rc.1')).toMatchObject({ major: 1, minor: 18, patch: 0 });
    expect(parseAgentVersion('1.21.0-dev')).toMatchObject({ major: 1, minor: 21, patch: 0 });
    for (const text of ['', '(v-)', 'latest', '1', '1.2.3; rm -rf'])
      expect(parseAgentVersion(text)).toBeNull();
  });

  it('prints Socket LB Coverage from 1.12.9 and 1.13.2, not in 1.13.0', () => {
    const printed = (text: string) =>
      fields['socket-lb-coverage'].printed.some((span) => inSpan(version(text), span));
    expect(['1.12.8', '1.12.9', '1.12.19', '1.13.0', '1.13.1', '1.13.2', '1.14.0'].map(printed)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});

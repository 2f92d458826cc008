import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../agent-status';
import { explainAbsence } from './absence';
import { fields } from './catalogue';
import { contextOf, statuses, version, versions } from './catalogued-agents.fixture';
import type { FieldContext } from './field-context';
import { costsOf } from './field-entry';
import { fieldIds } from './field-id';
import { tell } from './passage';

describe('field catalogue', () => {
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
});

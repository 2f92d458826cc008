import type { AgentStatus } from '../../agent-status';
import { directRoutingIP } from '../features';
import type { FieldContext } from '../field-context';
import type { Picture } from './picture';
import { changed, same } from './picture';

/** A server for pictures, from the addresses kept for documentation (RFC 5737). */
const exampleServer = '198.51.100.7:443';

/** A pod that calls a server outside the cluster; null where the node’s own address is not known. */
export function pictureOfMasquerading(status: AgentStatus, { node, nodeIP }: FieldContext): Picture | null {
  const said = status.masquerading;
  const own = directRoutingIP(status) ?? nodeIP;
  if (said === undefined || own === null) return null;
  const on = said.enabled;
  const by = said.mode === 'IPTables' ? 'iptables' : said.mode === 'BPF' ? 'a BPF program' : 'the node';
  const out = on ? changed(`${own}:p`) : same('pod');
  return {
    label: on
      ? `A pod calls a server outside; ${by} of ${node} puts ${own} in as its source, and the pod’s address back into the answer`
      : `A pod calls a server outside under its own address; ${node} changes nothing`,
    stations: [
      { title: 'Pod', address: `on ${node}`, request: '', answer: '', remark: '', active: false },
      {
        title: `Node ${node}`,
        address: own,
        request: on ? 'change the source' : 'pass on',
        answer: on ? 'change it back' : 'pass on',
        remark: on ? `by ${by}` : '',
        active: true,
      },
      { title: 'Server outside', address: exampleServer, request: '', answer: '', remark: '', active: false },
    ],
    hops: [
      { from: 0, to: 1, lane: 'request', source: same('pod'), destination: same(exampleServer), note: '' },
      {
        from: 1,
        to: 2,
        lane: 'request',
        source: out,
        destination: same(exampleServer),
        note: on
          ? 'p is a port of the node, taken for this connection'
          : 'the network must know the way back',
      },
      {
        from: 2,
        to: 1,
        lane: 'answer',
        source: same(exampleServer),
        destination: same(out.text),
        note: '',
      },
      {
        from: 1,
        to: 0,
        lane: 'answer',
        source: same(exampleServer),
        destination: on ? changed('pod') : same('pod'),
        note: '',
      },
    ],
    caption: 'The node’s address is this cluster’s; “pod” and the server stand for any.',
  };
}

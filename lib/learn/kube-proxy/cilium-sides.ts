import { counted, figure } from './counted';
import { endpointChangeWork } from './endpoint-change';
import type { LookupContext } from './lookup-context';
import { lookupSide, type LookupSide, type LookupStepId } from './lookup-step';

/** Entries read to find a Service, a backend's ID by either algorithm, and the backend's address. */
export const entriesRead = { service: 1, random: 1, maglev: 2, backend: 1 } as const;

const read = (count: number): string => `${counted(count, 'entry', 'entries')} read`;

/**
 * What a node does on which Cilium replaces kube-proxy, with Socket LB: bpf/bpf_sock.c for pods, bpf/lib/nodeport.h and
 * bpf/lib/lb.h for what comes from outside; what is written by pkg/loadbalancer/reconciler/bpf_reconciler.go.
 */
export function ciliumSides(context: LookupContext): Record<LookupStepId, LookupSide> {
  const { parameters, rule, called, backend, digit, isOutside, ends } = context;
  const { services } = parameters;
  const map = (name: string): string => `cilium_lb${digit}_${name}`;
  const key = `${called} ${ends.protocol}`;
  return {
    call: lookupSide({
      place: isOutside ? 'XDP or tc at the node’s device' : `cgroup/connect${digit}`,
      isName: !isOutside,
      tally: isOutside ? 'one packet' : 'no packet yet',
      told: isOutside
        ? 'Cilium’s program has the packet before the network stack.'
        : 'The kernel runs Cilium’s program within the call, before there is a packet.',
      lines: [
        isOutside ? `${ends.protocol === 'TCP' ? 'SYN' : 'datagram'} → ${called}` : `connect(${called})`,
      ],
    }),
    known: lookupSide({
      place: isOutside ? 'asked later' : 'not asked',
      tally: 'nothing read',
      told: isOutside
        ? 'It looks for the Service first, and for the connection then.'
        : 'Without a packet there is no connection to look for. What the call is told holds for all that the socket sends.',
    }),
    service: lookupSide({
      ...{
        place: map('services_v2'),
        isName: true,
        work: entriesRead.service,
        tally: read(entriesRead.service),
      },
      strip: { count: services, from: rule, to: rule, fits: true },
      told: 'A hash of address, port, protocol and scope says where the entry is. It is one read, however many there are.',
      lines: [`${key}, slot 0 → ${counted(parameters.backends, 'backend')}`],
    }),
    'node-port': lookupSide({
      place: 'done already',
      tally: 'nothing read',
      told: 'Node ports, load balancers’ addresses and cluster IPs are keys of one map: it was the same read.',
    }),
    choose: chosen(context, map),
    address: lookupSide({
      ...{
        place: map(`backends_v3`),
        isName: true,
        work: entriesRead.backend,
        tally: read(entriesRead.backend),
      },
      told: isOutside
        ? 'The ID is the key, the address the value. It is written into the packet.'
        : 'The ID is the key, the address the value. It is written into the call: the socket connects to the backend itself.',
      lines: [`backend ${context.drawn} → ${backend}`],
    }),
    keep: lookupSide({
      ...{
        place: isOutside ? `cilium_ct${digit}_global` : map('reverse_sk'),
        isName: true,
        tally: '1 entry written',
      },
      told: isOutside
        ? 'The connection is noted with its Service. Where the backend is on another node, the node’s address becomes the source, and two entries of NAT are written; where it is on this one, the client’s stays.'
        : 'Under the socket’s cookie it is noted which Service was asked for: getpeername(2) goes on to name it.',
    }),
    answer: lookupSide({
      place: isOutside ? map('reverse_nat') : 'the socket',
      isName: isOutside,
      tally: isOutside ? 'rewritten, 1 entry read' : 'as it is',
      told: isOutside
        ? 'The connection names its Service by number; one read gives the address, which is put back.'
        : 'To the kernel the socket really is connected to the backend: nothing has to be put back.',
      lines: isOutside ? [`${backend} becomes ${called}`] : [],
    }),
    later: lookupSide({
      place: isOutside ? 'both maps' : 'the socket',
      tally: isOutside ? 'rewritten, 2 entries read' : 'as it is',
      told: isOutside
        ? 'Each packet looks for its Service again, and then for the backend that its connection names: here Cilium does more for a later packet than iptables. It is two reads, with any number of Services.'
        : 'The call was the only place to do it. No packet is translated.',
    }),
    change: changed(context, map),
  };
}

function chosen(
  { parameters: { algorithm, backends }, called, drawn, isOutside, ends }: LookupContext,
  map: (name: string) => string,
): LookupSide {
  if (isOutside && algorithm === 'maglev')
    return lookupSide({
      ...{ place: map('maglev'), isName: true, work: entriesRead.maglev, tally: read(entriesRead.maglev) },
      told: 'The connection is not known. A hash of the client’s address and the ports names a place in the Service’s own table: one read for the table, one for the place. It holds the ID of a backend.',
      lines: [`Service → table; table[hash mod size] → backend ${drawn}`],
    });
  return lookupSide({
    ...{ place: map('services_v2'), isName: true, work: entriesRead.random, tally: read(entriesRead.random) },
    strip: { count: backends, from: drawn, to: drawn, fits: true },
    told: `${isOutside ? 'The connection is not known. ' : ''}A random number says which of the Service’s slots; each is an entry of the same map, and holds the ID of a backend.${!isOutside && algorithm === 'maglev' ? ' Maglev is for what comes from outside: the socket draws at random.' : ''}`,
    lines: [
      `random % ${figure(backends)} + 1 = ${drawn}`,
      `${called} ${ends.protocol}, slot ${drawn} → backend ${drawn}`,
    ],
  });
}

function changed({ parameters }: LookupContext, map: (name: string) => string): LookupSide {
  const { random, maglev } = endpointChangeWork(parameters);
  const { services, backends, algorithm } = parameters;
  const written = algorithm === 'maglev' ? maglev : random;
  return lookupSide({
    ...{ place: map('services_v2'), isName: true, tally: `${figure(written)} entries written, at most` },
    strip: { count: services, from: 1, to: 0, fits: false },
    told: `The new backend, the ${counted(backends, 'slot')} of this one frontend, and the frontend itself${algorithm === 'maglev' ? '; with Maglev its table as well, which is put in place at once' : ''}. Other Services are not touched.`,
  });
}

import type { CalledAddresses } from '@/lib/learn/socket/socket-ends';
import type { Caller, Coverage, SocketParameters } from '@/lib/learn/socket/socket-parameters';
import type { Station } from '@/lib/learn/socket/socket-step';

/** What a column of the picture is called, and where that is. */
type StationWords = { name: string; remark: string };

const programRemarks: Record<Caller, string> = {
  pod: 'in a pod',
  sidecar: 'in a pod with a sidecar',
  kata: 'in a virtual machine',
  host: 'on the host',
  outside: '',
};

const hookRemarks: Record<Coverage, string> = {
  full: 'for pods and host',
  'host-only': 'for the host only',
  off: 'not attached',
};

/** Names a column. */
export function stationWords(
  station: Station,
  { caller, coverage }: SocketParameters,
  { backend }: CalledAddresses,
): StationWords {
  switch (station) {
    case 'program':
      return { name: 'program', remark: programRemarks[caller] };
    case 'client':
      return { name: 'client', remark: 'outside the cluster' };
    case 'guest':
      return { name: 'guest’s kernel', remark: 'no hook in it' };
    case 'hook':
      return { name: 'socket hooks', remark: hookRemarks[coverage] };
    case 'sidecar':
      return { name: 'sidecar', remark: 'in the same pod' };
    case 'pod-device':
      return { name: 'pod’s device', remark: 'tc' };
    case 'stack':
      return { name: 'IP stack', remark: 'netfilter' };
    case 'node-device':
      return { name: 'node’s device', remark: 'XDP or tc' };
    case 'backend':
      return { name: 'backend', remark: backend };
  }
}

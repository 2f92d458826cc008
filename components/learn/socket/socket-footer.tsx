import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';

const fields = [
  { id: 'socket-lb', name: 'Socket LB' },
  { id: 'socket-lb-coverage', name: 'Socket LB Coverage' },
];
const keys = ['bpf-lb-sock', 'bpf-lb-sock-hostns-only'];
const command = "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep 'Socket LB'";

/** Where the same is found in the cluster: the fields, the keys, the command. */
export function SocketFooter({ minor }: { minor: number }) {
  return (
    <SimulatorFooter
      fields={fields}
      keys={keys}
      command={command}
      commandHint="cilium instead of cilium-dbg before v1.15"
      version={`1.${minor}`}
    />
  );
}

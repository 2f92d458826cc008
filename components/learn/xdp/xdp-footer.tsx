import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';

const fields = [
  { id: 'xdp-acceleration', name: 'XDP Acceleration' },
  { id: 'attach-mode', name: 'Attach Mode' },
  { id: 'devices', name: 'Devices' },
];
const keys = ['bpf-lb-acceleration', 'devices'];
const command =
  "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -E 'XDP Acceleration|Devices:'";

/** Where the same is found in the cluster: the fields, the keys, the command. */
export function XdpFooter({ minor }: { minor: number }) {
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

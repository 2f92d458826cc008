import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';

const fields = [
  { id: 'mode', name: 'Mode' },
  { id: 'dsr-dispatch-mode', name: 'DSR Dispatch Mode' },
];
const keys = ['bpf-lb-mode', 'bpf-lb-dsr-dispatch'];
const command =
  "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -E 'Mode:|Network:'";

/** Where the same is found in the cluster: the fields, the keys, the command. */
export function DsrFooter({ minor }: { minor: number }) {
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

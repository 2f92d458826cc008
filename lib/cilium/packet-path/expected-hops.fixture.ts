/** Where a node’s programs meet a packet. */
export const tc = 'tc ingress of the device';
const out = 'tc egress of the device';
const overlay = 'tc ingress of the tunnel device';

const arrives = ['client: C>V', 'net-n1: C>V'];
const home = ['n1-net: V>C', 'client: V>C'];
const direct = ['pod: P>C', `n2 ${out}: V>C`, 'n2-net: V>C', 'client: V>C'];
/** The reference’s packet walks, hop for hop, in its short hand. */
export const expected = {
  local: [...arrives, `n1 ${tc}: C>L`, 'pod: C>L', 'pod: L>C', `n1 ${out}: V>C`, ...home],
  snat: [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: N1>P`, 'n1-n2: N1>P', 'pod: N1>P', 'pod: P>N1', 'n2-n1: P>N1'],
    ...[`n1 ${tc}: P>C`, `n1 ${tc}: V>C`, ...home],
  ],
  opt: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: C>P +${bytes}`, `n1-n2: C>P +${bytes}`, `n2 ${tc}: C>P +${bytes}`],
    ...[`pod: C>P +${bytes}`, ...direct],
  ],
  geneve: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: C>P [geneve n1>n2 ${bytes} geneve-option]`],
    ...[`n1-n2: C>P [geneve n1>n2 ${bytes} geneve-option]`, `n2 ${overlay}: C>P`, 'pod: C>P', ...direct],
  ],
  ipip: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>V [ipip n1>P ${bytes}]`, `n1-n2: C>V [ipip n1>P ${bytes}]`],
    ...[`n2 ${tc}: C>V`, `n2 ${tc}: C>P`, 'pod: C>P', ...direct],
  ],
  tunnelSnat: (kind: string, bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: I1>P`, `n1 routing: I1>P [${kind} n1>n2 ${bytes}]`],
    ...[`n1-n2: I1>P [${kind} n1>n2 ${bytes}]`, `n2 ${overlay}: I1>P`, 'pod: I1>P', 'pod: P>I1'],
    ...[`n2 routing: P>I1 [${kind} n2>n1 ${bytes}]`, `n2-n1: P>I1 [${kind} n2>n1 ${bytes}]`],
    ...[`n1 ${overlay}: P>I1`, `n1 ${overlay}: P>C`, `n1 ${overlay}: V>C`, ...home],
  ],
};

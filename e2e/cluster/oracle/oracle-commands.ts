/** The commands of which every model is asked. */
export const mainCommands = [
  'status',
  'status --verbose',
  'status -o json',
  'service list',
  'service list -o json',
];

/** Further ways to ask, one a model. */
export const otherCommands = [
  'status --all-addresses',
  'status --all-clusters',
  'status --all-controllers',
  'status --all-health',
  'status --all-nodes',
  'status --all-redirects',
  'status --brief',
  'status --brief -o json',
  'status --require-k8s-connectivity=false',
  'status --verbose=0 --all-nodes=T',
  'status -o jsonpath={.kube-proxy-replacement.mode}',
  'status -o nonsense',
  'service ls --clustermesh-affinity',
];

/** Command lines that end before the agent is asked: help, and what the program cannot read. */
export const unaskedCommands = [
  'status --help',
  'status --verbose -h',
  'status --nonsense',
  'status -x',
  'status --timeout',
  'status --timeout soon',
  'status --timeout 5',
  'status --timeout 5parsecs',
  'status --verbose=maybe',
  'status --brief=2',
  'service',
  'service nonsense',
  'service --help',
  'service --nonsense',
  'service list --help',
  'service list --nonsense',
  'service list -o',
  'version --help',
  'version --nonsense',
  'nonsense',
];

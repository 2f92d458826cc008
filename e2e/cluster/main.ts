import { parseArgs } from 'node:util';
import { z } from 'zod';
import { buildPrograms, hasGo } from './programs/build-programs';
import { ciliumMinors, kubernetesMinors, programs, type ProgramId } from './programs/program-list';
import { findProgram } from './programs/program-path';
import { startCluster } from './start-cluster';

const { values } = parseArgs({
  options: {
    build: { type: 'boolean', default: false },
    kubernetes: { type: 'string' },
    cilium: { type: 'string' },
    nodes: { type: 'string' },
  },
});
const optionsSchema = z.object({
  kubernetes: z.enum(kubernetesMinors).default('1.37'),
  cilium: z.enum(ciliumMinors).default('1.20'),
  nodes: z.coerce.number().int().min(1).max(200).default(3),
});

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function fail(line: string): never {
  say(line);
  process.exit(1);
}

const parsed = optionsSchema.safeParse(values);
if (!parsed.success) fail(z.prettifyError(parsed.error));
const options = parsed.data;
const needed: readonly ProgramId[] = [
  'etcd/etcd',
  'kwok/kwok',
  `kubernetes-${options.kubernetes}/kube-apiserver`,
  `kubernetes-${options.kubernetes}/kube-controller-manager`,
  `kubernetes-${options.kubernetes}/kube-scheduler`,
  `kubernetes-${options.kubernetes}/kubectl`,
  `cilium-${options.cilium}/cilium-dbg`,
];

const wanted = values.build ? programs.map(({ id }) => id) : needed;
const missing = wanted.filter((id) => findProgram(id) === null);
if (missing.length > 0 && !hasGo()) {
  fail(`Not built: ${missing.join(', ')}. Building them needs Go, and there is no \`go\` on the path.`);
}
await buildPrograms(say, missing);
if (values.build) process.exit(0);

say(`Starting Kubernetes ${options.kubernetes} with Cilium ${options.cilium} on ${options.nodes} nodes …`);
const cluster = await startCluster(options);
const kubectl = `${findProgram(`kubernetes-${options.kubernetes}/kubectl`)} --kubeconfig ${cluster.kubeconfigPath}`;
say(`
It runs until Ctrl-C. Its kubeconfig: ${cluster.kubeconfigPath}

  ${kubectl} get pods -A -o wide
  ${kubectl} -n kube-system exec ds/cilium -- cilium service list
  npm start -- --kubeconfig ${cluster.kubeconfigPath}
`);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void cluster.stop().then(() => process.exit(0));
  });
}

import { isInCluster } from '@/lib/server/kube/in-cluster-access';
import { anyKubeconfigExists, kubeconfigPaths } from '@/lib/server/kube/kubeconfig-paths';
import { readKubeconfigFiles } from '@/lib/server/kube/merge-kubeconfig';
import { CommandError } from './command-error';
import type { StartOptions } from './start-options';

/** Where the cluster is, before anything has been opened. */
export type ChosenSource =
  | { kind: 'kubeconfig'; paths: string[]; context: string | null }
  | { kind: 'in-cluster' }
  | {
      kind: 'training';
      scenario: string;
      nodes?: number;
      services?: number;
      replicas?: number;
      /** Why it is this one although KUBECONFIG names files: a typo must not look like a healthy cluster. */
      notice?: string;
    };

type Environment = Record<string, string | undefined>;

export const defaultScenario = 'article';

type SourceOptions = Pick<
  StartOptions,
  'context' | 'kubeconfig' | 'as' | 'asGroup' | 'training' | 'nodes' | 'services' | 'replicas'
>;

/** The first of the options that cannot stand beside each other; null when all can. */
function contradiction(options: SourceOptions): string | null {
  const { training, context, kubeconfig, as, asGroup, nodes, services, replicas } = options;
  if (training !== undefined) {
    const clash = Object.entries({ '--context': context, '--kubeconfig': kubeconfig, '--as': as }).find(
      ([, value]) => value !== undefined,
    );
    if (clash) return `--training brings its own cluster, so ${clash[0]} has no place beside it.`;
  } else if ([nodes, services, replicas].some((count) => count !== undefined)) {
    return '--nodes, --services and --replicas size the training cluster: give --training too.';
  }
  if (asGroup && asGroup.length > 0 && as === undefined) return '--as-group needs --as.';
  return null;
}

/**
 * Chooses the cluster: what the options name; else the kubeconfig's current context if it has one, else the
 * credentials of the pod we run in, else the training cluster.
 * Throws CommandError for options that contradict each other, and what `readKubeconfigFiles` throws for a broken kubeconfig.
 */
export function chooseSource(
  options: SourceOptions,
  environment: Environment,
  inCluster: (environment: Environment) => boolean = isInCluster,
): ChosenSource {
  const wrong = contradiction(options);
  if (wrong) throw new CommandError(wrong);

  const { training, nodes, services, replicas } = options;
  if (training !== undefined) {
    const scenario = training === true ? defaultScenario : training;
    return { kind: 'training', scenario, nodes, services, replicas };
  }
  const paths = kubeconfigPaths(options.kubeconfig, environment);
  if (options.context !== undefined || options.kubeconfig !== undefined) {
    return { kind: 'kubeconfig', paths, context: options.context ?? null };
  }
  if (anyKubeconfigExists(paths) && readKubeconfigFiles(paths).currentContext !== null) {
    return { kind: 'kubeconfig', paths, context: null };
  }
  if (inCluster(environment)) return { kind: 'in-cluster' };
  const notice = environment.KUBECONFIG
    ? `KUBECONFIG names ${paths.join(', ')}, ${anyKubeconfigExists(paths) ? 'which has no current context' : 'and no such file is there'}: opening the training cluster instead.`
    : undefined;
  return { kind: 'training', scenario: defaultScenario, ...(notice === undefined ? {} : { notice }) };
}

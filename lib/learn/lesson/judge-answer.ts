import type { ClusterQuestion } from './judge-schema';
import { judgeBackends } from './judge-backends';
import { judgeNode, judgeLeftover } from './judge-differing';
import { judgeKubeProxyLine } from './judge-kube-proxy-line';
import { judgeOutsideAddresses } from './judge-outside';
import type { LiveCluster } from './live-cluster';
import { open, type Verdict } from './verdict';

/** Judges an answer by what the cluster says now. */
export function judgeAnswer(cluster: LiveCluster, question: ClusterQuestion, answer: string): Verdict {
  if (answer.trim() === '') return open('Nothing is answered yet.');
  switch (question.ask) {
    case 'backends':
      return judgeBackends(cluster, question.service, answer);
    case 'outside-address':
      return judgeOutsideAddresses(cluster, 1, answer);
    case 'two-outside-addresses':
      return judgeOutsideAddresses(cluster, 2, answer);
    case 'kube-proxy-line':
      return judgeKubeProxyLine(cluster, answer);
    case 'differing-node':
      return judgeNode(cluster, question.what, answer);
    case 'leftover-backend':
      return judgeLeftover(cluster, answer);
  }
}

import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import type { NodePortSettings } from './node-port-settings';

/** A setting as it bears on one frontend: its value, or a dash with the reason why it does not apply. */
export type AppliedSetting = { text: string; title?: string };

const inside =
  'Used by clients inside the cluster, who get a random backend at the socket or as a packet leaves the pod; the setting is for what arrives from outside.';

/** Gives how a frontend is balanced from outside; the agents' settings concern no traffic inside the cluster. */
export function appliedSettings(
  { type, scope }: Pick<FrontendView, 'type' | 'scope'>,
  policies: FrontendDetail['policies'],
  settings: NodePortSettings,
): { algorithm: AppliedSetting; forwarding: AppliedSetting } {
  if (type === 'ClusterIP' || type === 'LocalRedirect' || scope === 'internal')
    return { algorithm: { text: '–', title: inside }, forwarding: { text: '–', title: inside } };
  return {
    algorithm: { text: settings.algorithm },
    forwarding:
      type === 'HostPort'
        ? { text: '–', title: 'A host port leads to a pod on the same node; nothing leaves the node.' }
        : policies?.externalTrafficPolicy === 'Local'
          ? {
              text: '–',
              title:
                'The external traffic policy is Local: only pods on the same node are used, nothing leaves the node.',
            }
          : { text: settings.mode },
  };
}

import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { FieldContext } from '@/lib/cilium/fields/field-context';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { pictureOfMasquerading } from '@/lib/cilium/fields/pictures/masquerading';
import { pictureOfMode } from '@/lib/cilium/fields/pictures/mode';
import type { Picture } from '@/lib/cilium/fields/pictures/picture';
import { pictureOfRouting } from '@/lib/cilium/fields/pictures/routing';
import { pictureOfSocketLb } from '@/lib/cilium/fields/pictures/socket-lb';
import { pictureOfXdp } from '@/lib/cilium/fields/pictures/xdp-acceleration';

/** Gives the picture a field is explained with; null for most, and where no address of the reader’s is known. */
export function fieldPicture(
  id: FieldId,
  status: AgentStatus,
  context: FieldContext,
  l4: 'tcp' | 'udp',
): Picture | null {
  switch (id) {
    case 'mode':
    case 'dsr-dispatch-mode':
      return pictureOfMode(status, context, l4 === 'udp' ? 'UDP' : 'TCP');
    case 'node-port':
      return pictureOfMode(
        status,
        { ...context, outside: context.outsideNodePort ?? null },
        l4 === 'udp' ? 'UDP' : 'TCP',
      );
    case 'xdp-acceleration':
      return pictureOfXdp(status, context);
    case 'socket-lb':
    case 'socket-lb-coverage':
    case 'cluster-ip':
      return pictureOfSocketLb(status, context);
    case 'masquerading':
      return pictureOfMasquerading(status, context);
    case 'routing':
      return pictureOfRouting(status, context);
    default:
      return null;
  }
}

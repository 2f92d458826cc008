import type { AgentStatus } from '../../agent-status';
import { featuresOf } from '../features';
import type { FieldContext } from '../field-context';
import { pictureOfMode } from './mode';
import type { Picture } from './picture';

/** The picture of the mode, with the place in the node where the translation happens; null where there is none. */
export function pictureOfXdp(status: AgentStatus, context: FieldContext): Picture | null {
  const picture = pictureOfMode(status, context);
  const acceleration = featuresOf(status).nodePort?.acceleration;
  if (picture === null || acceleration === undefined) return null;
  const inDriver = acceleration === 'Native' || acceleration === 'Best-Effort';
  const [client, node, other] = picture.stations;
  const where = inDriver ? 'in the driver (XDP)' : 'at tc ingress';
  return {
    ...picture,
    label: `${picture.label}. The node translates ${where}`,
    stations: [
      client,
      {
        ...node,
        request: inDriver
          ? 'driver: translates'
          : acceleration === 'Generic'
            ? 'generic XDP'
            : 'driver: passes up',
        remark: inDriver
          ? 'stack: not entered'
          : acceleration === 'Generic'
            ? 'after the driver'
            : 'tc: translates',
      },
      other,
    ],
    caption: `${picture.caption}${acceleration === 'Best-Effort' ? ' Shown for a device whose driver took the program.' : ''}`,
  };
}

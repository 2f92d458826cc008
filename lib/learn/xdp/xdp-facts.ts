import type { Facts } from '../simulator/facts';
import type { VerdictKind } from './nic-verdict';
import { nicName } from './xdp-parameters';
import { statusSays } from './xdp-start';
import { readXdpLink, type XdpLink } from './xdp-state';
import { xdpWalk } from './xdp-walk';

/**
 * Facts of the simulator of XDP acceleration, for lessons:
 * - `mode`: disabled, native, best-effort, testing-only
 * - `statusSays`: what `XDP Acceleration:` prints of it: Disabled, Native, Best-Effort, Generic
 * - `kernel`: 5.10, 5.15, 6.1, 6.6, 6.12
 * - `devices`: how many the node has
 * - `devicesNative`, `devicesGeneric`: how many run the program in the driver, or behind it
 * - `devicesRefused`: how many drivers refuse it, and the agent with them (native)
 * - `devicesSkipped`: how many drivers refuse it, and the agent goes on (best-effort)
 * - `agentStarts`: no rule ends the agent
 * - `refusalRule`: the rule that does, `C4`; `none`
 * - `arrivesAt`: the device the packet arrives at: eth0 …
 * - `driver`: its driver's id: ena, mlx5, vlan …
 * - `verdict`: what becomes of the program there: native, generic, refused, skipped, off
 * - `verdictEth0` … `verdictEth3`: the same of each device that there is
 * - `traffic`: remote, local, etp-local, l7, pod, other
 * - `handledAt`: xdp, generic, tc, socket; `none` where nothing is translated, or no agent starts
 * - `isBounced`: it goes out again from the driver
 * - `isSeenByTcpdump`: by tcpdump on this node, where it is passed on to another one; false where no agent starts
 * - `step`: the step in sight, from 1
 * - `questionsAnswered`: how many predictions were made or shown
 */
export function xdpFacts(link: XdpLink): Facts {
  const { state } = readXdpLink(link);
  const { acceleration, kernel, nics, arrivesAt, traffic } = state.parameters;
  const { verdicts, handling, refusal } = xdpWalk(state.parameters);
  const count = (kind: VerdictKind) => verdicts.filter((verdict) => verdict.kind === kind).length;
  const starts = refusal === null;
  return {
    mode: acceleration,
    statusSays: statusSays(state.parameters),
    kernel,
    devices: nics.length,
    devicesNative: starts ? count('native') : 0,
    devicesGeneric: starts ? count('generic') : 0,
    devicesRefused: count('refused'),
    devicesSkipped: count('skipped'),
    agentStarts: starts,
    refusalRule: refusal?.rule ?? 'none',
    arrivesAt: nicName(arrivesAt),
    driver: nics[arrivesAt] ?? '',
    verdict: handling.verdict,
    ...Object.fromEntries(verdicts.map(({ kind }, index) => [`verdictEth${index}`, kind])),
    traffic,
    handledAt: starts ? (handling.layer ?? 'none') : 'none',
    isBounced: starts && handling.isBounced,
    isSeenByTcpdump: starts && !handling.isBounced,
    step: state.step,
    questionsAnswered: state.predicted.size,
  };
}

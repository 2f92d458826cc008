import { atLeast } from '../agent-version';
import { textOf } from '../settings/config-data';
import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { isTunnelled, routingReads } from './routing-rules';
import type { Rule } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const modeKey = 'bpf-lb-mode';
const annotationKey = 'bpf-lb-mode-annotation';
const cgroupKey = 'cgroup-root';
const ownCgroup = '/run/cilium/cgroupv2';

/** B15: the reverse-path filter that B14 looks at cannot be read. */
const reversePath: Rule = {
  id: 'B15',
  effect: 'warn',
  stage: 'finish',
  keys: [modeKey, annotationKey],
  reads: ['devices', 'direct-routing-device', ...routingReads, kprKey],
  judge(start) {
    const { settings, facts, version } = start;
    const { nodePort, ipv4 } = settings.loadBalancing;
    const isDSR = settings.forwardingMode !== 'snat' || (atLeast(version, 17) && settings.modeAnnotation);
    if (!nodePort || !ipv4 || !isDSR || isTunnelled(start)) return null;
    if (facts.devices === null) return missing('the devices of the node');
    const selected = selectedDevices(facts.devices, settings);
    const device = directRoutingDevice(selected, settings, facts.nodeIPs ?? []);
    if (selected.length < 2 || device === null || facts.rpFilter !== null) return null;
    const name = `net.ipv4.conf.${device.name}.rp_filter`;
    const text = facts.sysctls[name];
    if (text === undefined) return missing(`whether the agent can read ${name}`);
    return text === null ? broken(`Unable to read ${name}`) : null;
  },
};

/** D15: no agent ends of it, although its datapath never comes up (recorded for 1.21-dev). */
const cgroupRoot: Rule = {
  id: 'D15',
  effect: 'warn',
  stage: 'none',
  keys: [cgroupKey],
  judge({ data, facts: { mounts } }) {
    const root = textOf(data, cgroupKey, ownCgroup);
    // Its own directory is mounted by the chart, or else by the agent.
    if (mounts === null)
      return root === ownCgroup ? null : missing(`which file system the node mounts at ${root}`);
    return (mounts[root] ?? 'cgroup2') === 'cgroup2'
      ? null
      : broken(`Mount in the custom directory ${root} has a different filesystem than cgroup2`);
  },
};

export const unreadRules: readonly Rule[] = [reversePath, cgroupRoot];

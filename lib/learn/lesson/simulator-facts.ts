import { affinityFacts } from '../affinity/affinity-facts';
import { affinityKeys } from '../affinity/affinity-state';
import { devicesFacts } from '../devices/devices-facts';
import { devicesKeys } from '../devices/devices-state';
import { dsrFacts } from '../dsr/dsr-facts';
import { dsrKeys } from '../dsr/dsr-state';
import { maglevFacts } from '../maglev/maglev-facts';
import { maglevKeys } from '../maglev/maglev-state';
import type { Facts } from '../simulator/facts';
import type { SimulatorId } from '../simulator/simulator-id';
import type { SimulatorLink } from '../simulator/link-reader';
import { natFacts } from '../nat/nat-facts';
import { natKeys } from '../nat/nat-state';
import { rowsFacts } from '../rows/rows-facts';
import { rowsKeys } from '../rows/rows-state';
import { kubeProxyFacts } from '../kube-proxy/kube-proxy-facts';
import { kubeProxyKeys } from '../kube-proxy/kube-proxy-state';
import { socketFacts } from '../socket/socket-facts';
import { socketKeys } from '../socket/socket-state';
import { terminationFacts } from '../termination/termination-facts';
import { terminationKeys } from '../termination/termination-state';
import { xdpFacts } from '../xdp/xdp-facts';
import { xdpKeys } from '../xdp/xdp-state';

/** What a lesson needs of a simulator: the names in its link, and what is so under a link. */
type SimulatorModel = {
  keys: readonly string[];
  facts: (value: (key: string) => string | null) => Facts;
};

function model<Key extends string>(
  keys: readonly Key[],
  facts: (link: SimulatorLink<Key>) => Facts,
): SimulatorModel {
  return {
    keys,
    // Every key gets its value, which Object.fromEntries forgets.
    facts: (value) => facts(Object.fromEntries(keys.map((key) => [key, value(key)])) as SimulatorLink<Key>),
  };
}

/** The simulators there are. */
export const simulatorModels: Readonly<Record<SimulatorId, SimulatorModel>> = {
  dsr: model(dsrKeys, dsrFacts),
  maglev: model(maglevKeys, maglevFacts),
  'socket-lb': model(socketKeys, socketFacts),
  xdp: model(xdpKeys, xdpFacts),
  'session-affinity': model(affinityKeys, affinityFacts),
  'graceful-termination': model(terminationKeys, terminationFacts),
  'service-to-rows': model(rowsKeys, rowsFacts),
  'nat46-64': model(natKeys, natFacts),
  devices: model(devicesKeys, devicesFacts),
  'kube-proxy': model(kubeProxyKeys, kubeProxyFacts),
};

/** Gives the facts of a simulator under a link. */
export function factsUnder(simulator: SimulatorId, link: Readonly<Record<string, string>>): Facts {
  return simulatorModels[simulator].facts((key) => link[key] ?? null);
}

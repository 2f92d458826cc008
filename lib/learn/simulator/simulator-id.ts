/** The simulators, in the order in which they are listed. */
export const simulatorIds = [
  'dsr',
  'maglev',
  'socket-lb',
  'xdp',
  'graceful-termination',
  'session-affinity',
  'service-to-rows',
  'nat46-64',
  'devices',
  'kube-proxy',
] as const;

/** What a lesson’s file and the list of simulators call one of them. */
export type SimulatorId = (typeof simulatorIds)[number];

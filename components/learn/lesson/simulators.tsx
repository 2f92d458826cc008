import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';

const loading = () => <p className="px-4 py-6 text-muted desk:px-6">The simulator is coming.</p>;

/** The simulators that a lesson can show beside its text, each loaded when one does. */
export const simulatorPages: Readonly<Record<SimulatorId, ComponentType>> = {
  dsr: dynamic(() => import('../dsr/dsr-page').then((page) => page.DsrPage), { loading }),
  maglev: dynamic(() => import('../maglev/maglev-page').then((page) => page.MaglevPage), { loading }),
  'socket-lb': dynamic(() => import('../socket/socket-page').then((page) => page.SocketPage), { loading }),
  xdp: dynamic(() => import('../xdp/xdp-page').then((page) => page.XdpPage), { loading }),
  'session-affinity': dynamic(() => import('../affinity/affinity-page').then((page) => page.AffinityPage), {
    loading,
  }),
  'graceful-termination': dynamic(
    () => import('../termination/termination-page').then((page) => page.TerminationPage),
    { loading },
  ),
  'service-to-rows': dynamic(() => import('../rows/rows-page').then((page) => page.RowsPage), { loading }),
  'nat46-64': dynamic(() => import('../nat/nat-page').then((page) => page.NatPage), { loading }),
  devices: dynamic(() => import('../devices/devices-page').then((page) => page.DevicesPage), { loading }),
  'kube-proxy': dynamic(() => import('../kube-proxy/kube-proxy-page').then((page) => page.KubeProxyPage), {
    loading,
  }),
};

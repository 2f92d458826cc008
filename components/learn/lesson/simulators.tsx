import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';

const loading = () => <p className="px-4 py-6 text-muted desk:px-6">The simulator is coming.</p>;

/** The simulators that a lesson can show, each loaded when one does. */
export const simulatorPages: Readonly<Partial<Record<SimulatorId, ComponentType>>> = {
  dsr: dynamic(() => import('../dsr/dsr-page').then((page) => page.DsrPage), { loading }),
  'socket-lb': dynamic(() => import('../socket/socket-page').then((page) => page.SocketPage), { loading }),
  xdp: dynamic(() => import('../xdp/xdp-page').then((page) => page.XdpPage), { loading }),
};

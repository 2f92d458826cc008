import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { SimulatorId } from '@/lib/learn/lesson/view-schema';
import { paths } from '@/lib/paths';

type SimulatorPage = { title: string; path: string; Page: ComponentType };

const loading = () => <p className="px-4 py-6 text-muted desk:px-6">The simulator is coming.</p>;

/** The simulators that a lesson can show, each loaded when one does. */
export const simulatorPages: Readonly<Partial<Record<SimulatorId, SimulatorPage>>> = {
  dsr: {
    title: 'SNAT, DSR, Hybrid',
    path: paths.dsrSimulator,
    Page: dynamic(() => import('../dsr/dsr-page').then(({ DsrPage }) => DsrPage), { loading }),
  },
};

'use client';

import type { ComponentProps, ReactNode } from 'react';
import { IgnoredNotice } from './ignored-notice';
import { SimulatorFooter } from './simulator-footer';
import { SimulatorHead } from './simulator-head';
import type { SteppedSimulator } from './use-stepped-simulator';

type SimulatorFrameProps = {
  simulator: SteppedSimulator;
  title: string;
  /** What stands beside the title: the way to take one's own cluster. */
  actions: ReactNode;
  /** The row of parameters, and what goes with it. */
  parameters: ReactNode;
  children: ReactNode;
  footer: ComponentProps<typeof SimulatorFooter>;
};

/** What stands around every simulator that goes step by step, and hears its keys. */
export function SimulatorFrame(props: SimulatorFrameProps) {
  const { simulator, title, actions, parameters, children, footer } = props;
  const { rootRef, ignored, onClearLink } = simulator;
  return (
    <div ref={rootRef}>
      <SimulatorHead title={title} actions={actions} />
      <IgnoredNotice ignored={ignored} onClear={onClearLink} />
      {parameters}
      {children}
      <SimulatorFooter commandHint="cilium instead of cilium-dbg before v1.15" {...footer} />
    </div>
  );
}

'use client';

import type { ReactNode } from 'react';
import { PredictionPanel } from './prediction-panel';
import { SimulatorControls } from './simulator-controls';
import type { SteppedSimulator } from './use-stepped-simulator';

type SimulatorColumnsProps = {
  simulator: SteppedSimulator;
  /** What a step is called. */
  word: 'hop' | 'step' | 'event';
  /** What happens at the step in sight. */
  title: string;
  stage: ReactNode;
  /** The step in sight, at length. */
  detail: ReactNode;
  /** Every step in order; null where there is none to walk, and so no question either. */
  list: ReactNode;
  /** What else stands below the picture. */
  children: ReactNode;
};

/** The picture and what is said of it, beside the question and the list of steps; on a phone in the order of use. */
export function SimulatorColumns(props: SimulatorColumnsProps) {
  const { simulator, word, title, stage, detail, list, children } = props;
  const { stageRef, predictions, predicted, onPredict } = simulator;
  return (
    <div className="@container px-4 desk:px-6">
      <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
        <div className="contents @min-[60rem]:block">
          <div ref={stageRef} data-tour="stage" className="py-3">
            {stage}
          </div>
          <SimulatorControls {...{ simulator, word, title }} />
          <p aria-live="polite" className="sr-only">
            {title}
          </p>
          <div className="order-2">{detail}</div>
          <div className="order-4 min-w-0">{children}</div>
        </div>
        <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
          {list !== null && (
            <>
              <div className="order-1 max-desk:pt-3">
                <PredictionPanel {...{ predictions, predicted, word, onPredict }} />
              </div>
              <section aria-label={sections[word]} className="order-3 pt-3 max-desk:pb-4">
                <h2 className="pb-1 font-semibold">Every {word}</h2>
                {list}
              </section>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

const sections = { hop: 'Hops', step: 'Steps', event: 'Events' } as const;

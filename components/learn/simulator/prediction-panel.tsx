'use client';

import { Check, X } from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';
import { TextButton } from '@/components/ui/text-link';
import { openPrediction, shown, type Predicted, type Prediction } from '@/lib/learn/predict/prediction';

type PredictionPanelProps = {
  predictions: readonly Prediction[];
  predicted: Predicted;
  word: string;
  /** Stands over a question that no step gives away, in place of `Predict before hop 4`. */
  heading?: string;
  onPredict: (id: string, said: string) => void;
};

/** The question that stands before the next step, and what came of the one before it. */
export function PredictionPanel({ predictions, predicted, word, heading, onPredict }: PredictionPanelProps) {
  const open = openPrediction(predictions, predicted);
  const told = predictions.filter(({ id }) => predicted.has(id)).at(-1);
  return (
    <section aria-label="Prediction" className="desk:min-h-44">
      <div aria-live="polite">
        {told !== undefined && <Told prediction={told} said={predicted.get(told.id) ?? shown} />}
      </div>
      {open !== null && (
        <div className="border-t-2 border-text pt-2.5">
          <h2 className="font-semibold">{heading ?? `Predict before ${word} ${open.step + 1}`}</h2>
          <p className="text-muted">{open.question}</p>
          <ol className="mt-1.5">
            {open.options.map(({ id, words, address }, index) => (
              <li key={id} className="border-t border-line">
                <button
                  type="button"
                  onClick={() => onPredict(open.id, id)}
                  className="target flex w-full items-center gap-2.5 px-0.5 py-1.5 text-left hover:bg-row-hover"
                >
                  <Kbd>{index + 1}</Kbd>
                  <span className="min-w-0">
                    {words}
                    {address !== null && (
                      <>
                        , <span className="mono wrap-anywhere">{address}</span>
                      </>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <TextButton className="text-small" onClick={() => onPredict(open.id, shown)}>
            Just show me
          </TextButton>
        </div>
      )}
    </section>
  );
}

function Told({
  prediction: { fact, why, rightId, options },
  said,
}: {
  prediction: Prediction;
  said: string;
}) {
  const isRight = said === rightId;
  const chosen = options.find(({ id }) => id === said);
  const Icon = isRight ? Check : X;
  return (
    <div className="border-t-2 border-text pt-2.5 pb-3">
      <h2 className="font-semibold">
        {chosen !== undefined && (
          <>
            <Icon
              aria-hidden
              size={14}
              className={`mr-1 inline align-[-2px] ${isRight ? 'text-ok' : 'text-bad'}`}
            />
            {isRight ? 'Right. ' : `Not ${chosen.words}. `}
          </>
        )}
        {fact}.
      </h2>
      <p className="text-pretty text-muted">{why}</p>
    </div>
  );
}

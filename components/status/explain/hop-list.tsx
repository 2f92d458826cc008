import { clsx } from 'clsx';
import type { Endpoint, Picture } from '@/lib/cilium/fields/pictures/picture';
import { hopTitle } from '@/lib/cilium/fields/pictures/picture';

/** The hops of a picture as a numbered list, top to bottom. */
export function HopList({ picture, step }: { picture: Picture; step: number | null }) {
  return (
    <ol className="py-1">
      {picture.hops.map((hop, index) => {
        const { from, to } = hopTitle(picture, hop);
        const last = index === picture.hops.length - 1;
        return (
          <li
            key={index}
            aria-current={step === index ? 'step' : undefined}
            className={clsx(
              'relative grid grid-cols-[1.25rem_1fr] gap-3',
              !last && 'pb-3.5',
              step !== null && step !== index && 'opacity-60',
            )}
          >
            {!last && (
              <span
                aria-hidden
                className={clsx(
                  'absolute top-5.5 -bottom-0.5 left-[0.59375rem] border-l-[1.5px]',
                  hop.lane === 'request' ? 'border-accent' : 'border-dashed border-faint',
                )}
              />
            )}
            <span
              aria-hidden
              className="size-5 rounded-full border border-line-strong bg-surface text-center text-label leading-4.5 font-semibold"
            >
              {index + 1}
            </span>
            <div className="min-w-0">
              <p className="font-semibold">
                {from} <span className="font-normal text-faint">to</span> {to}
              </p>
              <EndpointLine word="from" endpoint={hop.source} />
              <EndpointLine word="to" endpoint={hop.destination} />
              {hop.note !== '' && <p className="text-small font-medium text-accent-text">{hop.note}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function EndpointLine({ word, endpoint }: { word: string; endpoint: Endpoint }) {
  return (
    <code className="grid grid-cols-[2.5rem_1fr] text-small leading-4.5">
      <span className="text-faint">{word}</span>
      <span className={clsx('wrap-anywhere', endpoint.changed && 'font-medium text-accent-text')}>
        {endpoint.text}
      </span>
    </code>
  );
}

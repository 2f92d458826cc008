'use client';

import { clsx } from 'clsx';
import { useId, useState } from 'react';
import type { Endpoint, Hop, Picture } from '@/lib/cilium/fields/pictures/picture';
import { hopTitle } from '@/lib/cilium/fields/pictures/picture';
import { HopList } from './hop-list';
import { fitsPicture, hopLine, pictureHeight, pictureWidth, stationBoxes } from './picture-geometry';
import { PictureStation } from './picture-station';
import { PictureSteps } from './picture-steps';

/** A packet’s way as a picture, or as a numbered list where the picture has no room. ← → walk its steps. */
export function PictureFigure({ picture }: { picture: Picture }) {
  const [step, setStep] = useState<number | null>(null);
  const drawn = fitsPicture(picture);
  const last = picture.hops.length - 1;
  const shown = step === null || step > last ? null : step;

  function walk(by: 1 | -1) {
    setStep(shown === null ? (by === 1 ? 0 : last) : (shown + by + last + 1) % (last + 1));
  }

  return (
    <figure
      tabIndex={0}
      aria-label={picture.label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') walk(1);
        else if (event.key === 'ArrowLeft') walk(-1);
        else if (event.key === 'Escape' && shown !== null) setStep(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="mt-3.5 mb-1 border-y border-line py-2.5"
    >
      {drawn && <Drawing picture={picture} step={shown} />}
      <div className={clsx(drawn && '@min-[38.5rem]:hidden')}>
        <HopList picture={picture} step={shown} />
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center justify-between gap-x-4 text-label text-faint">
        <span>{picture.caption}</span>
        <PictureSteps
          count={last + 1}
          step={shown}
          onWalk={walk}
          onAll={() => setStep(null)}
          words={shown === null ? null : stepWords(picture, shown)}
        />
      </figcaption>
    </figure>
  );
}

function stepWords(picture: Picture, step: number): string {
  const hop = picture.hops[step];
  if (hop === undefined) return '';
  const { from, to } = hopTitle(picture, hop);
  return `${from} to ${to}${hop.note === '' ? '' : `: ${hop.note}`}`;
}

function Drawing({ picture, step }: { picture: Picture; step: number | null }) {
  const id = useId();
  const boxes = stationBoxes(picture);
  return (
    <div className="hidden @min-[38.5rem]:block">
      <svg
        viewBox={`0 0 ${pictureWidth} ${pictureHeight(picture)}`}
        aria-hidden
        className="block h-auto w-full overflow-visible"
      >
        <defs>
          <Arrow id={`${id}request`} className="fill-accent" />
          <Arrow id={`${id}answer`} className="fill-faint" />
        </defs>
        {picture.stations.map((station, index) => {
          const box = boxes[index];
          return box === undefined ? null : (
            <PictureStation
              key={index}
              station={station}
              box={box}
              place={index === 0 ? 'client' : index === 1 ? 'middle' : 'end'}
            />
          );
        })}
        {picture.hops.map((hop, index) => (
          <HopDrawing
            key={index}
            hop={hop}
            number={index + 1}
            arrow={`${id}${hop.lane}`}
            dimmed={step !== null && step !== index}
          />
        ))}
      </svg>
    </div>
  );
}

function Arrow({ id, className }: { id: string; className: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 .8 7.2 4 0 7.2z" className={className} />
    </marker>
  );
}

function HopDrawing({
  hop,
  number,
  arrow,
  dimmed,
}: {
  hop: Hop;
  number: number;
  arrow: string;
  dimmed: boolean;
}) {
  const { path, number: circle, words } = hopLine(hop);
  const request = hop.lane === 'request';
  return (
    <g className={clsx('transition-opacity duration-120', dimmed && 'opacity-25')}>
      <path
        d={path}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={request ? undefined : '5 3'}
        className={request ? 'stroke-accent' : 'stroke-faint'}
        markerEnd={`url(#${arrow})`}
      />
      <circle cx={circle.x} cy={circle.y} r={8} className="fill-surface stroke-line-strong" />
      <text
        x={circle.x}
        y={circle.y + 3.6}
        textAnchor="middle"
        className="fill-muted font-sans text-[10px] font-semibold"
      >
        {number}
      </text>
      <EndpointText x={words.x} y={words.y} word="from" endpoint={hop.source} />
      <EndpointText x={words.x} y={words.y + 15} word="to" endpoint={hop.destination} />
      {hop.carries !== undefined && (
        <text x={words.x} y={words.y + 46} className="fill-faint font-sans text-[11px]">
          {hop.carries}
        </text>
      )}
    </g>
  );
}

function EndpointText({ x, y, word, endpoint }: { x: number; y: number; word: string; endpoint: Endpoint }) {
  return (
    <>
      <text x={x} y={y} className="fill-faint font-mono text-[11px] tracking-[-0.02em]">
        {word}
      </text>
      <text
        x={x + 32}
        y={y}
        className={clsx(
          'font-mono text-[11px] tracking-[-0.02em]',
          endpoint.changed ? 'fill-accent-text font-medium' : 'fill-text',
        )}
      >
        {endpoint.text}
      </text>
    </>
  );
}

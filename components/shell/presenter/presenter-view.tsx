'use client';

import { usePathname } from 'next/navigation';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useEffect, useState } from 'react';
import { LaserPointer } from './laser-pointer';
import { pointerDown, pointerOff, pointerUp } from './pointer-press';
import { PresenterBar } from './presenter-bar';
import { setPresenter, usePresenter } from './use-presenter';
import { usePageParts } from './use-page-parts';
import { usePresenterKeys } from './use-presenter-keys';

/**
 * The presenter view, on every page: one part at a time, a list of the parts, a pointer. The part stands in the URL as
 * `present`, counted from 1; a link with it turns the view on.
 */
export function PresenterView({ presenter }: { presenter: boolean }) {
  const isOn = usePresenter(presenter);
  const pathname = usePathname();
  const [part, setPart] = useQueryState('present', parseAsInteger.withOptions({ history: 'replace' }));
  const [pointer, setPointer] = useState(pointerOff);
  const isAsked = part !== null;
  useEffect(() => {
    if (isAsked) setPresenter(true);
  }, [isAsked]);
  const end = () => {
    setPresenter(false);
    setPointer(pointerOff);
    void setPart(null);
  };
  return (
    <>
      {isOn && (
        <Parts
          key={pathname}
          part={part ?? 0}
          hasPointer={pointer.on}
          onPart={(next) => void setPart(next === 0 ? null : next)}
          onPointer={(isDown, atMs) => setPointer((was) => (isDown ? pointerDown : pointerUp)(was, atMs))}
          onPointerClick={() => setPointer({ on: !pointer.on, pressedMs: null })}
          onEnd={end}
        />
      )}
      {!isOn && <Begin onBegin={() => setPresenter(true)} />}
      {isOn && pointer.on && <LaserPointer />}
    </>
  );
}

const nothing = () => undefined;

/** Outside the view there is one key: the one that begins it. */
function Begin({ onBegin }: { onBegin: () => void }) {
  usePresenterKeys({
    isOn: false,
    onToggle: onBegin,
    onMove: nothing,
    onWhole: nothing,
    onPointer: nothing,
  });
  return null;
}

type PartsProps = {
  part: number;
  hasPointer: boolean;
  onPart: (part: number) => void;
  onPointer: (isDown: boolean, atMs: number) => void;
  onPointerClick: () => void;
  onEnd: () => void;
};

function Parts({ part, hasPointer, onPart, onPointer, onPointerClick, onEnd }: PartsProps) {
  const names = usePageParts(part);
  const shown = part <= names.length ? Math.max(part, 0) : 0;
  // After the last part comes the whole page, and before the first.
  const onMove = (by: 1 | -1) => onPart((shown + by + names.length + 1) % (names.length + 1));
  usePresenterKeys({ isOn: true, onToggle: onEnd, onMove, onWhole: () => onPart(0), onPointer });
  return (
    <PresenterBar
      names={names}
      part={shown}
      hasPointer={hasPointer}
      onPart={onPart}
      onMove={onMove}
      onPointer={onPointerClick}
      onEnd={onEnd}
    />
  );
}

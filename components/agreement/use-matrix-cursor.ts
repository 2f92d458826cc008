'use client';

import { useState, type KeyboardEvent } from 'react';

export type MatrixPlace = { row: number; column: number };

/** How far each key moves, in rows and columns. */
const moves: Readonly<Record<string, [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** The cell a reader is at: arrows, Page Up and Down, Home and End move it; null until the first key. */
export function useMatrixCursor(
  size: { rows: number; columns: number },
  onMove: (place: MatrixPlace) => void,
): {
  place: MatrixPlace | null;
  setPlace: (place: MatrixPlace) => void;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const [known, setPlace] = useState<MatrixPlace | null>(null);
  const place =
    known === null ? null : { row: within(known.row, size.rows), column: within(known.column, size.columns) };
  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [rows, columns] = place === null ? [0, 0] : move;
    const next = {
      row: within((place?.row ?? 0) + rows, size.rows),
      column: within((place?.column ?? 0) + columns, size.columns),
    };
    setPlace(next);
    onMove(next);
  }
  return { place, setPlace, onKeyDown };
}

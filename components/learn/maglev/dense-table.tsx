'use client';

import { useEffect, useRef } from 'react';
import { backendHue } from '@/components/learn/backend/backend-kind';
import { usePhone } from '@/components/services/use-phone';
import { slotChange } from '@/lib/learn/maglev/slot-changes';
import { freeSlot } from '@/lib/learn/maglev/table-turns';
import { letters } from '@/lib/learn/maglev/letters';
import { readPalette, type Palette } from './palette';
import type { SlotsProps } from './slot-cells';

/** A table of thousands of slots as a picture: one dot a slot, stronger where it moved. */
export function DenseTable({ table, changes, marked }: SlotsProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const isPhone = usePhone();
  const columns = Math.ceil(Math.sqrt(table.length * (isPhone ? 1 : 2.6)));
  const rows = Math.ceil(table.length / columns);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) return;
    const draw = () => paint(canvas, { table, changes, columns, rows });
    draw();
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    return () => {
      theme.disconnect();
      dark.removeEventListener('change', draw);
    };
  }, [table, changes, columns, rows]);

  return (
    <div className="relative">
      <canvas
        ref={canvasRef}
        width={columns}
        height={rows}
        aria-hidden
        className="block w-full bg-sunken [image-rendering:pixelated]"
      />
      {marked !== null && (
        <span
          aria-hidden
          style={{
            left: `${(((marked % columns) + 0.5) / columns) * 100}%`,
            top: `${((Math.floor(marked / columns) + 0.5) / rows) * 100}%`,
          }}
          className="absolute size-4 -translate-1/2 rounded-row border-2 border-accent ring-1 ring-bg"
        />
      )}
    </div>
  );
}

type Picture = { table: Uint8Array; changes: Uint8Array | null; columns: number; rows: number };

function paint(canvas: HTMLCanvasElement, { table, changes, columns, rows }: Picture): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const palette: Palette = readPalette(letters.map((_, index) => backendHue(index)));
  const image = context.createImageData(columns, rows);
  const dots = new Uint32Array(image.data.buffer);
  for (let slot = 0; slot < table.length; slot += 1) {
    const backend = table[slot] ?? freeSlot;
    if (backend === freeSlot) continue;
    const change = changes?.[slot] ?? slotChange.kept;
    dots[slot] =
      change === slotChange.needless
        ? palette.text
        : ((change === slotChange.kept ? palette.tints : palette.hues)[backend] ?? 0);
  }
  context.putImageData(image, 0, 0);
}

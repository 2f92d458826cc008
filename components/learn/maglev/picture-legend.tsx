import type { ReactNode } from 'react';

type PictureLegendProps = { isDense: boolean; isBuilding: boolean };

/** What rings, or strong dots, stand for. */
export function PictureLegend({ isDense, isBuilding }: PictureLegendProps) {
  if (isBuilding)
    return (
      <List>
        <Entry swatch={<rect width="14" height="14" fill="var(--surface-sunken)" />}>free</Entry>
        <Entry
          swatch={
            <rect x="1" y="1" width="12" height="12" fill="none" stroke="var(--accent)" strokeWidth="2" />
          }
        >
          taken in this turn
        </Entry>
        {!isDense && (
          <Entry
            swatch={
              <rect
                {...{ x: 1, y: 1, width: 12, height: 12, fill: 'none', stroke: 'var(--text)' }}
                strokeWidth="2"
                strokeDasharray="3 2"
              />
            }
          >
            wished for, but taken before
          </Entry>
        )}
      </List>
    );
  if (isDense)
    return (
      <List>
        <Entry swatch={<rect width="14" height="14" fill="color-mix(in srgb, var(--k0) 32%, var(--bg))" />}>
          kept
        </Entry>
        <Entry swatch={<rect width="14" height="14" fill="var(--k0)" />}>handed over</Entry>
        <Entry swatch={<rect width="14" height="14" fill="var(--text)" />}>
          moved though its backend stayed
        </Entry>
      </List>
    );
  return (
    <List>
      <Entry swatch={<rect width="14" height="14" fill="color-mix(in srgb, var(--k0) 17%, var(--bg))" />}>
        kept
      </Entry>
      <Entry
        swatch={
          <rect
            {...{ x: 0.75, y: 0.75, width: 12.5, height: 12.5, fill: 'none', stroke: 'var(--text-muted)' }}
            strokeWidth="1.5"
          />
        }
      >
        handed over, its backend is gone or another is new
      </Entry>
      <Entry
        swatch={
          <>
            <rect x="1" y="1" width="12" height="12" fill="none" stroke="var(--text)" strokeWidth="2" />
            <path d="M7 0h7v7z" fill="var(--text)" />
          </>
        }
      >
        moved though its backend stayed
      </Entry>
      <Entry
        swatch={
          <rect x="1" y="1" width="12" height="12" fill="none" stroke="var(--accent)" strokeWidth="2" />
        }
      >
        the followed flow
      </Entry>
    </List>
  );
}

function List({ children }: { children: ReactNode }) {
  return <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-2.5 text-small text-muted">{children}</ul>;
}

function Entry({ swatch, children }: { swatch: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden viewBox="0 0 14 14" className="size-3.5 flex-none">
        {swatch}
      </svg>
      {children}
    </li>
  );
}

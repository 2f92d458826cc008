import { clsx } from 'clsx';
import type { WirePart } from '@/lib/learn/packet/wire-parts';

/** A packet to scale in bytes; what was added is tinted and named. */
export function WireBar({ parts }: { parts: readonly WirePart[] }) {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div>
      <ul
        aria-label="The packet in bytes, outermost first"
        className="flex border border-line-strong bg-surface"
      >
        {parts.map(({ name, bytes, drawnBytes, isAdded }, index) => (
          <li
            key={`${index} ${name}`}
            style={{ flex: `${drawnBytes} 1 2.75rem` }}
            className={clsx(
              'min-w-0 border-r border-line-strong px-1.5 py-0.5 text-label transition-colors duration-200 ease-out last:border-r-0 max-desk:px-1',
              isAdded ? 'bg-accent-soft text-accent-text' : 'text-muted',
              drawnBytes < bytes && 'border-l-4 border-l-line-strong [border-left-style:double]',
            )}
          >
            <span className="block font-medium wrap-anywhere">{name}</span>
            <span className="block">{bytes} B</span>
          </li>
        ))}
      </ul>
      <p className="mt-0.5 text-label text-faint">
        {total} bytes in all
        {parts.some(({ bytes, drawnBytes }) => drawnBytes < bytes) &&
          '; the data is drawn shorter than it is'}
      </p>
    </div>
  );
}

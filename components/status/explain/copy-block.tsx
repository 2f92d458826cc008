import { CopyButton } from '@/components/ui/copy-button';

/** A command to take away: shown whole, copied as it stands, never run from here. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="relative rounded-control border border-line bg-sunken">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="overflow-x-auto py-1.5 pr-9 pl-2.5 text-[0.71875rem] leading-4.5 text-text"
      >
        <code>{text}</code>
      </pre>
      <div className="absolute top-1 right-1 rounded-row bg-sunken">
        <CopyButton text={text} word="" label={`Copy the ${label}`} />
      </div>
    </div>
  );
}

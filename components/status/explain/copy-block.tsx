import { CopyButton } from '@/components/ui/copy-button';

/** A command to take away: shown whole, copied as it stands, never run from here. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex items-start rounded-control border border-line bg-sunken">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="min-w-0 flex-1 self-center overflow-x-auto py-1.5 pl-2.5 text-[0.71875rem] leading-4.5 text-text"
      >
        <code>{text}</code>
      </pre>
      <div className="flex-none p-1 max-desk:p-0">
        <CopyButton text={text} word="" label={`Copy the ${label}`} />
      </div>
    </div>
  );
}

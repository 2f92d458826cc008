import { Notice } from '@/components/ui/notice';
import { TextButton } from '@/components/ui/text-link';

const longestShown = 40;

type IgnoredNoticeProps = { ignored: readonly { key: string; value: string }[]; onClear: () => void };

/** Says which values of the link mean nothing here, and that defaults stand in for them. */
export function IgnoredNotice({ ignored, onClear }: IgnoredNoticeProps) {
  if (ignored.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title="A part of this link is not understood."
      action={<TextButton onClick={onClear}>Take it out</TextButton>}
      className="mx-4 mb-3 desk:mx-6"
    >
      <span className="wrap-anywhere">
        {ignored.map(({ key, value }) => `${key}=${shortened(value)}`).join(', ')}. What this begins with
        stands in for it.
      </span>
    </Notice>
  );
}

function shortened(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
}

import { Slider } from '@/components/ui/slider';
import { defaultTimeoutSeconds, timeoutStops } from '@/lib/learn/affinity/affinity-parameters';
import { formatSpan } from '@/lib/learn/affinity/time-text';

type TimeoutSliderProps = { seconds: number; isOn: boolean; onSeconds: (seconds: number) => void };

/** The timeout on a line of times that people set; one between them keeps its value until the slider moves. */
export function TimeoutSlider({ seconds, isOn, onSeconds }: TimeoutSliderProps) {
  const nearest = timeoutStops.reduce(
    (best, stop, index) =>
      Math.abs(stop - seconds) < Math.abs((timeoutStops[best] ?? 0) - seconds) ? index : best,
    0,
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 desk:px-6">
      <span className="text-small text-muted">
        Timeout <code className="mono">clientIP.timeoutSeconds</code>
      </span>
      <Slider
        label="Timeout of the affinity"
        valueText={formatSpan(seconds)}
        value={nearest}
        min={0}
        max={timeoutStops.length - 1}
        step={1}
        onValueChange={(index) => onSeconds(timeoutStops[index] ?? seconds)}
        className="w-80 max-w-full max-desk:flex-1"
      />
      <span className="min-w-24">
        <b className="font-semibold">{formatSpan(seconds)}</b>
        {seconds === defaultTimeoutSeconds && <span className="text-muted">, the default</span>}
      </span>
      {!isOn && <span className="text-small text-muted">counts with session affinity only</span>}
    </div>
  );
}

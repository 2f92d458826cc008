import { Parameter } from '@/components/learn/simulator/parameter';
import { Slider } from '@/components/ui/slider';
import { formatPlural } from '@/lib/format';

type SecondsParameterProps = {
  name: string;
  /** Says what lasts so long, for a screen reader. */
  label: string;
  value: number;
  bounds: { min: number; max: number };
  onChange: (seconds: number) => void;
};

/** A time in seconds, on a line. */
export function SecondsParameter({ name, label, value, bounds, onChange }: SecondsParameterProps) {
  return (
    <Parameter name={name}>
      <span className="flex items-center gap-2">
        <Slider
          label={label}
          valueText={formatPlural(value, 'second')}
          value={value}
          min={bounds.min}
          max={bounds.max}
          step={1}
          onValueChange={onChange}
          className="w-28"
        />
        <span className="w-8 font-medium text-text tabular-nums">{value} s</span>
      </span>
    </Parameter>
  );
}

import type { PackedLabels, PackedLabelSets } from './live-event';

/** Numbers the lists of labels of one message, and writes each once: the rows of a Service share one. */
export class LabelSetPacker {
  private readonly labelSets: string[][] = [];
  private readonly byArray = new Map<readonly string[], PackedLabels>();
  private readonly byText = new Map<string, PackedLabels>();

  pack(labels: string[]): PackedLabels {
    const known = this.byArray.get(labels);
    if (known !== undefined) return known;
    const text = JSON.stringify(labels);
    const index = this.byText.get(text) ?? this.labelSets.push(labels) - 1;
    this.byArray.set(labels, index);
    this.byText.set(text, index);
    return index;
  }

  packed(): PackedLabelSets {
    return { labelSets: this.labelSets };
  }
}

/** Gives the reader of numbers of lists; equal numbers give one array, an unknown one gives an empty one. */
export function unpackLabelSets({ labelSets }: PackedLabelSets): (set: PackedLabels) => string[] {
  const none: string[] = [];
  return (set) => labelSets[set] ?? none;
}

import {
  manifestExampleNames,
  manifestExamples,
  type ManifestExampleName,
} from '@/lib/learn/rows/manifest-examples';

type ExampleChoiceProps = {
  /** null: the manifest was edited. */
  value: ManifestExampleName | null;
  onChange: (name: ManifestExampleName) => void;
};

/** The manifests to begin with. */
export function ExampleChoice({ value, onChange }: ExampleChoiceProps) {
  return (
    <label className="flex min-w-0 items-center gap-2 text-small text-muted">
      Begin with
      <select
        value={value ?? 'edited'}
        onChange={({ target }) => {
          const name = manifestExampleNames.find((candidate) => candidate === target.value);
          if (name !== undefined) onChange(name);
        }}
        className="target h-7 min-w-0 flex-1 rounded-control border border-line-strong bg-surface px-1.5 text-body text-text"
      >
        {value === null && <option value="edited">Your own text</option>}
        {manifestExampleNames.map((name) => (
          <option key={name} value={name}>
            {manifestExamples[name].title}
          </option>
        ))}
      </select>
    </label>
  );
}

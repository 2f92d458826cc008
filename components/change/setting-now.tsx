import { TextButton, TextLink } from '@/components/ui/text-link';
import type { FormSetting } from '@/lib/cilium/plan/form-settings';
import { paths } from '@/lib/paths';
import type { PresentValue } from './present-value';

/** How a key is taken out of the ConfigMap, so that the default of the version holds. */
export type Removal = {
  takenOut: boolean;
  possible: boolean;
  onTakeOut: () => void;
  onPutBack: () => void;
};

/** What every row of the form is given. */
export type RowProps = {
  setting: FormSetting;
  present: PresentValue;
  changed: boolean;
  removal: Removal;
};

/** What a setting is now: what is desired of it, and what agents say. */
export function Now({ setting, present, removal }: Omit<RowProps, 'changed'>) {
  const { desired, isDefault, same, nodes, realised, sayingSo, byDefault } = present;
  return (
    <div className="text-small leading-4.5 max-desk:flex max-desk:flex-wrap max-desk:items-end max-desk:justify-between max-desk:gap-x-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-2">
        <dt className="text-muted">agents say</dt>
        <dd className="min-w-0 wrap-anywhere">
          {realised === null ? (
            <span className="text-muted">not printed</span>
          ) : (
            <>
              <span className="mono">{realised}</span>{' '}
              <span className="text-muted">{`${sayingSo}/${nodes}`}</span>
            </>
          )}
        </dd>
        <dt className="text-muted">desired</dt>
        <dd className="min-w-0 wrap-anywhere">
          <span className="mono">{desired ?? 'computed'}</span>{' '}
          <span className="text-muted">{isDefault ? 'default' : same < nodes ? `${same}/${nodes}` : ''}</span>
        </dd>
      </dl>
      {removal.takenOut ? (
        <p className="text-muted">
          Taken out, so <span className="mono text-text">{byDefault ?? 'computed'}</span>.{' '}
          <TextButton aria-label={`Put back ${setting.key}`} onClick={removal.onPutBack}>
            Put back
          </TextButton>
        </p>
      ) : (
        removal.possible && (
          <TextButton
            aria-label={`Take out ${setting.key}`}
            title={`Takes the key out of the ConfigMap: the default of this version holds, ${byDefault ?? 'which the agent computes'}`}
            className="font-normal!"
            onClick={removal.onTakeOut}
          >
            Take out
          </TextButton>
        )
      )}
    </div>
  );
}

/** The name of a setting, its key, and the way to all that is told of it. */
export function Name({ setting, changed }: Pick<RowProps, 'setting' | 'changed'>) {
  return (
    <div className="max-desk:flex max-desk:flex-wrap max-desk:items-start max-desk:justify-between max-desk:gap-x-3">
      <div>
        <h4 className="font-semibold">
          {setting.title}
          {changed && <span className="ml-2 text-label font-medium text-accent-text">changed</span>}
        </h4>
        <code className="block text-label text-muted">{setting.key}</code>
      </div>
      {setting.field !== null && (
        <TextLink
          href={`${paths.status}?field=${setting.field}`}
          aria-label={`What it means: ${setting.title}`}
          className="text-small font-normal!"
        >
          What it means
        </TextLink>
      )}
    </div>
  );
}

import { Fragment } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

type SimulatorFooterProps = {
  /** Fields of the status page, by their ids there and their names. */
  fields: readonly { id: string; name: string }[];
  /** Keys of the ConfigMap. */
  keys: readonly string[];
  command: string;
  /** What is to be known of the command: `cilium instead of cilium-dbg before v1.15`. */
  commandHint?: string;
  /** The release that is shown: `1.17`; null where all do the same. */
  version: string | null;
};

/** Where the same is found in the cluster: the fields, the keys, the command. */
export function SimulatorFooter({ fields, keys, command, commandHint, version }: SimulatorFooterProps) {
  return (
    <footer className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line px-4 py-3 text-small text-muted desk:px-6">
      {fields.length > 0 && (
        <span>
          {fields.length === 1 ? 'Field' : 'Fields'}{' '}
          {fields.map(({ id, name }, index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              <TextLink href={`${paths.status}?field=${id}`}>{name}</TextLink>
            </Fragment>
          ))}
        </span>
      )}
      {keys.length > 0 && (
        <span>
          {keys.length === 1 ? 'Key' : 'Keys'}{' '}
          {keys.map((key, index) => (
            <Fragment key={key}>
              {index > 0 && ', '}
              <TextLink href={paths.change} className="mono">
                {key}
              </TextLink>
            </Fragment>
          ))}
        </span>
      )}
      <span className="flex min-w-0 items-center gap-1">
        Command{' '}
        <code className="mono wrap-anywhere text-text" title={commandHint}>
          {command}
        </code>
        <CopyButton text={command} label="the command" word="" />
      </span>
      {version !== null && <span>As Cilium {version} does it</span>}
    </footer>
  );
}

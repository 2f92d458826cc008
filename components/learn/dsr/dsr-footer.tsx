import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

const command =
  "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep -E 'Mode:|Network:'";
const older = 'cilium instead of cilium-dbg before v1.15';

/** Where the same is found in the cluster: the field, the keys, the command. */
export function DsrFooter({ minor }: { minor: number }) {
  return (
    <footer className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line px-4 py-3 text-small text-muted desk:px-6">
      <span>
        Fields <TextLink href={`${paths.status}?field=mode`}>Mode</TextLink>,{' '}
        <TextLink href={`${paths.status}?field=dsr-dispatch-mode`}>DSR Dispatch Mode</TextLink>
      </span>
      <span>
        Keys{' '}
        <TextLink href={paths.change} className="mono">
          bpf-lb-mode
        </TextLink>
        ,{' '}
        <TextLink href={paths.change} className="mono">
          bpf-lb-dsr-dispatch
        </TextLink>
      </span>
      <span className="flex min-w-0 items-center gap-1">
        Command{' '}
        <code className="mono wrap-anywhere text-text" title={older}>
          {command}
        </code>
        <CopyButton text={command} label="the command" word="" />
      </span>
      <span>As Cilium 1.{minor} does it</span>
    </footer>
  );
}

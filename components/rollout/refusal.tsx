import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { ApiError } from '@/lib/queries/api-error';

/** Why something that was asked for was not done, whole: what the server said, what to do, its exact words. */
export function Refusal({ error }: { error: Error }) {
  const api = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="flex gap-3">
      <span className="pt-0.5">
        <StateMark mark="leftover" label="refused" />
      </span>
      <PanelMessage
        fact={`${(api?.title ?? 'Something went wrong here').replace(/\.$/, '')}.`}
        exact={api === null ? error.message : api.detail}
      >
        {api?.hint}
      </PanelMessage>
    </div>
  );
}

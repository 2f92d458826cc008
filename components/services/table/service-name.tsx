import type { Owner } from '../map/service-block';

/** The Service of a row; where the row before has the same, for assistive technology only. */
export function ServiceName({ owner: { namespace, name, kind }, shown }: { owner: Owner; shown: boolean }) {
  const title = kind === 'none' ? 'not in the API' : `${namespace}/${name}`;
  return (
    <span className={shown ? undefined : 'sr-only'} title={title}>
      {kind === 'none' ? (
        <span className="text-faint">{title}</span>
      ) : (
        <>
          <span className="text-faint">{namespace}/</span>
          <span className="font-medium">{name}</span>
          {kind === 'pod' && <span className="text-label font-normal text-faint"> pod</span>}
        </>
      )}
    </span>
  );
}

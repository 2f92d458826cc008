const request = 'stroke-text fill-none [stroke-width:1.5]';
const reply = 'stroke-accent fill-none [stroke-width:1.5] [stroke-dasharray:4_3]';
const calm = 'fill-surface stroke-line-strong';
const busy = 'fill-accent-soft stroke-accent';

/** The way of a request and of its reply, in one geometry for every mode; the node that answers is tinted. */
export function PathPicture({ mode }: { mode: string }) {
  const direct = mode !== 'snat';
  const back = mode !== 'dsr';
  return (
    <svg aria-hidden viewBox="0 0 218 68" className="my-2 block h-auto w-full max-w-54">
      <g className="fill-muted text-[9.5px] font-medium">
        <text x="0" y="9">
          client
        </text>
        <text x="78" y="9">
          node A
        </text>
        <text x="164" y="9">
          node B
        </text>
      </g>
      <circle cx="12" cy="30" r="8" className={calm} />
      <rect x="72" y="16" width="42" height="30" rx="2" className={mode === 'snat' ? busy : calm} />
      <rect x="158" y="16" width="42" height="30" rx="2" className={direct ? busy : calm} />
      <rect x="184" y="27" width="9" height="9" className="fill-text" />
      <path d="M22 26h48m-5-3 5 3-5 3M114 26h42m-5-3 5 3-5 3" className={request} />
      {back && <path d="M156 38h-40m5-3-5 3 5 3M70 38H22m5-3-5 3 5 3" className={reply} />}
      {direct && <path d="M179 46v14H12V40m-3 5 3-5 3 5" className={reply} />}
      {mode === 'hybrid' && (
        <g className="fill-muted text-[9px]">
          <text x="127" y="48">
            UDP
          </text>
          <text x="84" y="57">
            TCP
          </text>
        </g>
      )}
    </svg>
  );
}

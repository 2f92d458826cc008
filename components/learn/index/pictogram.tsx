import type { ReactNode } from 'react';
import type { SimulatorId } from '@/lib/learn/simulator/simulator-id';

/** Strokes: `ink` draws what stands, `pale` what is only there beside it, `mark` what the simulator is about. */
const ink = 'fill-none stroke-current stroke-[1.5]';
const pale = 'fill-none stroke-line-strong stroke-[1.5]';
const mark = 'fill-none stroke-accent stroke-[1.5]';
const filled = 'fill-accent';

const word = 'fill-muted text-[9px]';

/** Which of the four backends holds each slot of the drawn table, row by row. */
const maglevSlots = ['AbcdbAcdAb', 'bAdcAcbdAc', 'cdAbcbdAcA', 'AcbAdcAbdc'];
const maglevTints: Record<string, string> = {
  A: 'fill-accent',
  b: 'fill-current opacity-65',
  c: 'fill-current opacity-38',
  d: 'fill-current opacity-16',
};

const drawings: Record<SimulatorId, ReactNode> = {
  dsr: (
    <>
      <circle className={ink} cx="7" cy="15" r="4.5" />
      <rect className={ink} x="31" y="7" width="18" height="16" rx="2" />
      <rect className={ink} x="64" y="7" width="18" height="16" rx="2" />
      <path className={ink} d="M12 15h18M50 15h13" />
      <path className={mark} strokeDasharray="3 2.5" d="M73 24v8q0 5-5 5H12q-5 0-5-5V21" />
    </>
  ),
  maglev: maglevSlots.flatMap((row, y) =>
    [...row].map((backend, x) => (
      <rect
        key={`${x} ${y}`}
        x={2 + x * 8}
        y={2 + y * 10}
        width="7"
        height="9"
        className={maglevTints[backend]}
      />
    )),
  ),
  'socket-lb': (
    <>
      <rect className={ink} x="2" y="9" width="24" height="18" rx="2" />
      <rect className={ink} x="58" y="9" width="24" height="18" rx="2" />
      <path className={mark} d="M28 18h28" />
      <circle className={filled} cx="28" cy="18" r="3" />
      <path className={pale} strokeDasharray="1.5 3" d="M30 36h26" />
      <text className={word} x="6" y="21">
        app
      </text>
      <text className={word} x="61" y="21">
        pod
      </text>
    </>
  ),
  xdp: (
    <>
      <path className={pale} d="M2 38h80" />
      <rect className={filled} x="5" y="29" width="11" height="9" />
      <rect className={ink} x="21" y="25" width="11" height="13" />
      <rect className={ink} x="37" y="19" width="11" height="19" />
      <rect className={ink} x="53" y="13" width="11" height="25" />
      <rect className={ink} x="69" y="6" width="11" height="32" />
    </>
  ),
  'graceful-termination': (
    <>
      <path className={pale} d="M46 3v38" />
      <path className={ink} d="M2 11h44M2 23h60M24 35h58" />
      <path className={mark} strokeDasharray="3 2.5" d="M46 11h22" />
      <circle className={filled} cx="46" cy="11" r="3" />
    </>
  ),
  'session-affinity': (
    <>
      <circle className={ink} cx="9" cy="22" r="4.5" />
      <path className={pale} d="M15 20 65 8M15 24l50 12" />
      <path className={mark} d="M14 22h51" />
      <rect className={ink} x="66" y="3" width="10" height="10" />
      <rect className={filled} x="65.5" y="16.5" width="11" height="11" />
      <rect className={ink} x="66" y="31" width="10" height="10" />
    </>
  ),
  'service-to-rows': (
    <>
      <path className={ink} d="M2 8h26M8 16h18M8 24h22M8 32h12" />
      <path className={mark} d="M37 20h10m-4-4 4 4-4 4" />
      <path className={ink} d="M55 8h27M55 16h27M55 24h27M55 32h27" />
    </>
  ),
  'nat46-64': (
    <>
      <rect className={ink} x="2" y="13" width="25" height="18" rx="2" />
      <rect className={ink} x="57" y="13" width="25" height="18" rx="2" />
      <path className={mark} d="M29 18h26M29 26h26" />
      <text className={word} x="9" y="25">
        v6
      </text>
      <text className={word} x="64" y="25">
        v4
      </text>
    </>
  ),
  devices: (
    <>
      <rect className={ink} x="27" y="6" width="30" height="32" rx="2" />
      <path className={ink} d="M2 14h25M2 30h25M57 14h25" />
      <path className={mark} d="M57 30h25" />
      <circle className={filled} cx="57" cy="30" r="3" />
    </>
  ),
  'kube-proxy': (
    <>
      <path className={pale} d="M4 4v35h77" />
      <path className={ink} d="M6 36 78 7" />
      <path className={mark} d="M6 33h72" />
    </>
  ),
};

/** What a simulator is about, drawn in ink and one accent. */
export function Pictogram({ id }: { id: SimulatorId }) {
  return (
    <svg viewBox="0 0 84 44" width={84} height={44} aria-hidden className="flex-none text-text">
      {drawings[id]}
    </svg>
  );
}

import { clsx } from 'clsx';
import { comparedAccelerations, trafficWords, xdpConsequences } from '@/lib/learn/xdp/xdp-consequences';
import type { Traffic, XdpParameters } from '@/lib/learn/xdp/xdp-parameters';

type TrafficTableProps = {
  parameters: XdpParameters;
  /** The question of where this packet is handled is open. */
  isHidden: boolean;
  onTraffic: (traffic: Traffic) => void;
};

/** What each setting does for what comes in; the packet in question is masked until its answer is given. */
export function TrafficTable({ parameters, isHidden, onTraffic }: TrafficTableProps) {
  const { acceleration, traffic: chosen } = parameters;
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className="h-8 w-[37%] pr-3 text-left text-small font-medium text-muted">
            Handled
          </th>
          {comparedAccelerations.map((each) => (
            <th
              key={each}
              scope="col"
              className={clsx(
                'px-2.5 text-left wrap-anywhere',
                each === acceleration
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'font-medium text-muted',
              )}
            >
              {each}
              {each === acceleration && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {xdpConsequences(parameters).map(({ traffic, cells }) => (
          <tr key={traffic}>
            <th
              scope="row"
              className={clsx(
                'border-t border-line py-1.5 pr-3 text-left align-top text-pretty',
                traffic === chosen ? 'font-semibold' : 'font-normal text-muted',
              )}
            >
              {traffic === chosen ? (
                trafficWords[traffic]
              ) : (
                <button
                  type="button"
                  title="Follow such a packet"
                  onClick={() => onTraffic(traffic)}
                  className="text-left text-pretty underline-offset-3 hover:text-text hover:underline"
                >
                  {trafficWords[traffic]}
                </button>
              )}
            </th>
            {comparedAccelerations.map((each, index) => (
              <td
                key={each}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top wrap-anywhere',
                  each === acceleration && 'bg-accent-soft',
                )}
              >
                {isHidden && traffic === chosen ? (
                  <span title="hidden until you predict">?</span>
                ) : (
                  cells[index]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { ComparisonTable } from '@/components/learn/simulator/comparison-table';
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
    <ComparisonTable
      corner="Handled"
      labelWidth="w-[37%]"
      variants={comparedAccelerations.map((name) => ({ name, isChosen: name === acceleration }))}
      rows={xdpConsequences(parameters).map(({ traffic, cells }) => ({
        ...{ id: traffic, cells, isHidden: isHidden && traffic === chosen },
        label:
          traffic === chosen ? (
            <span className="font-semibold text-text">{trafficWords[traffic]}</span>
          ) : (
            <button
              type="button"
              title="Follow such a packet"
              onClick={() => onTraffic(traffic)}
              className="text-left text-pretty underline-offset-3 hover:text-text hover:underline"
            >
              {trafficWords[traffic]}
            </button>
          ),
      }))}
      headClassName="wrap-anywhere"
      cellClassName="wrap-anywhere"
    />
  );
}

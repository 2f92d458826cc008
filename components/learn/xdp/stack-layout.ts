import { layers, type Layer, type XdpStep } from '@/lib/learn/xdp/xdp-step';

/** A place in the picture, in its own units: x to the right, y down. */
export type Point = { x: number; y: number };

/** One layer's band from top to bottom. */
type Band = { layer: Layer; y: number; height: number };

/** The picture: bands, devices in the lowest, one point for each step and how the packet came there. */
export type StackLayout = {
  width: number;
  height: number;
  bands: Band[];
  /** Boxes of the devices that are drawn, by their place among the node's. */
  nics: { index: number; x: number; width: number }[];
  points: Point[];
  paths: string[];
};

const wide = { width: 856, left: 214, bandHeight: 52, nicHeight: 78 };
const tall = { width: 350, left: 132, bandHeight: 56, nicHeight: 80 };
const widestLanePx = 52;
/** Room below the devices, where the cable is. */
const cable = 22;
const bend = 7;

/** Lays the way out: up on the left of a lane pair, out on its right; the answer beside the request. */
export function stackLayout(
  steps: readonly XdpStep[],
  nicCount: number,
  arrivesAt: number,
  isTall: boolean,
): StackLayout {
  const { width, left, bandHeight, nicHeight } = isTall ? tall : wide;
  const fromTop = layers.toReversed();
  const bands = fromTop.map((layer, index) => ({
    layer,
    y: index * bandHeight,
    height: layer === 'nic' ? nicHeight : bandHeight,
  }));
  const nics = isTall
    ? [{ index: arrivesAt, x: left, width: width - left - 4 }]
    : Array.from({ length: nicCount }, (_, index) => ({
        index,
        x: left + index * ((width - left) / nicCount) + 6,
        width: (width - left) / nicCount - 12,
      }));
  const at = nics.find(({ index }) => index === arrivesAt) ?? nics[0];
  const laneGap = Math.min(widestLanePx, (at?.width ?? 0) / 5);
  const middle = at === undefined ? left : at.x + at.width / 2;
  const lanes = { request: middle - laneGap, answer: middle + laneGap };
  const points = steps.map(({ layer, lane, isUp }): Point => {
    const band = bands.find((each) => each.layer === layer);
    const x = lanes[lane] + (isUp ? -laneGap / 2 : laneGap / 2);
    return { x, y: (band?.y ?? 0) + (layer === 'nic' ? nicHeight - 20 : bandHeight / 2) };
  });
  const height = (fromTop.length - 1) * bandHeight + nicHeight + cable;
  return { width, height, bands, nics, points, paths: pathsOf(steps, points, height) };
}

function pathsOf(steps: readonly XdpStep[], points: readonly Point[], height: number): string[] {
  return points.map((point, index) => {
    const before = points[index - 1];
    const step = steps[index];
    if (step?.layer === 'nic' && step.deed === 'arrives') return `M${point.x} ${height - 2}V${point.y}`;
    if (before === undefined) return '';
    const end = step?.deed === 'leaves' ? height - 2 : point.y;
    if (before.x === point.x || before.y === point.y) return `M${before.x} ${before.y}L${point.x} ${end}`;
    return `M${before.x} ${before.y}H${point.x - bend}a${bend} ${bend} 0 0 1 ${bend} ${bend}V${end}`;
  });
}

import { isIP } from './ip-address';
import { splitCells } from './status-cells';
import type { StatusDraft } from './status-draft';
import type { BlockReader, LineReader } from './status-text-reader';

/** `dynamic sizing: on (ratio: 0.002500)`, or `dynamic sizing: off`. */
export const readBpfMaps: LineReader = (value, draft, line) => {
  if (!value.startsWith('dynamic sizing:')) return false;
  const ratio = /^dynamic sizing: on \(ratio: (\d\.\d{1,12})\)$/.exec(value)?.[1];
  if (ratio === undefined && value !== 'dynamic sizing: off') return false;
  draft.status.bpfMaps = [];
  draft.mark('bpfMaps', line);
  if (ratio !== undefined) {
    draft.status.bpfMapsDynamicSizeRatio = Number(ratio);
    draft.mark('bpfMapsDynamicSizeRatio', line);
  }
  return true;
};

/** The table of maps: `Name   Size`. */
export function bpfMapsBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const [name, size, ...more] = splitCells(text);
      if (name === 'Name' && size === 'Size') return true;
      if (name === undefined || size === undefined || more.length > 0 || !/^\d{1,12}$/.test(size))
        return false;
      const maps = (draft.status.bpfMaps ??= []);
      draft.mark(`bpfMaps.${maps.length}`, line);
      maps.push({ name, size: Number(size) });
      return true;
    },
  };
}

/** The addresses below `Allocated addresses:`, `10.0.0.11 (kube-system/coredns-6d4b75cb6d-tbgrr [restored])`. */
export function allocationsBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const trimmed = text.trim();
      const open = trimmed.indexOf(' (');
      if (open < 0 || !trimmed.endsWith(')')) return false;
      const ip = trimmed.slice(0, open);
      // Agents with several pools print `pool/IP`.
      if (!isIP(ip.slice(ip.lastIndexOf('/') + 1))) return false;
      draft.status.ipam ??= { status: '' };
      draft.status.ipam.allocations ??= {};
      draft.status.ipam.allocations[ip] = trimmed.slice(open + 2, -1);
      draft.mark(`ipam.allocations.${ip}`, line);
      return true;
    },
  };
}

/** The proxy's redirects: `Protocol   Redirect   Proxy Port`. */
export function redirectsBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const [proxy, name, port] = splitCells(text);
      if (proxy === 'Protocol' && name === 'Redirect') return true;
      const status = draft.status.proxy;
      if (status === undefined || proxy === undefined || name === undefined) return false;
      if (port === undefined || !/^\d{1,5}$/.test(port)) return false;
      status.redirects ??= [];
      draft.mark(`proxy.redirects.${status.redirects.length}`, line);
      status.redirects.push({ proxy, name, port: Number(port) });
      return true;
    },
  };
}

/** `5 events lost, 1 unknown notifications`, below the node monitor's line. */
export function lostEventsBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const match = /^(\d{1,15}) events lost, (\d{1,15}) unknown notifications$/.exec(text.trim());
      const monitor = draft.status.nodeMonitor;
      if (match === null || monitor === undefined) return false;
      monitor.lost = Number(match[1]);
      monitor.unknown = Number(match[2]);
      draft.mark('nodeMonitor.lost', line);
      draft.mark('nodeMonitor.unknown', line);
      return true;
    },
  };
}

import type { KubeObject } from '../kube-object';

export type Cell = string | number | null;

export type Column = {
  name: string;
  /** 1: shown with `-o wide` only. */
  priority: 0 | 1;
};

/** How the API server prints one kind: its columns, and a row's cells in their order. */
export type Printer = {
  columns: readonly Column[];
  cells(object: KubeObject, nowMs: number): Cell[];
};

/** A printer for objects of type T, given to it as the store holds them. `+` marks a column of `-o wide`. */
export function printer<T extends KubeObject>(
  columns: readonly string[],
  cells: (object: T, age: string, nowMs: number) => Cell[],
): Printer {
  return {
    columns: columns.map((column) =>
      column.startsWith('+') ? { name: column.slice(1), priority: 1 } : { name: column, priority: 0 },
    ),
    // A collection holds objects of its kind only, and a printer is asked for its kind only.
    cells: (object, nowMs) => cells(object as T, ageOf(object.metadata.creationTimestamp, nowMs), nowMs),
  };
}

/** `3d`, `5m20s`: the time since a timestamp in words as short as apimachinery's duration.HumanDuration. */
export function ageOf(timestamp: string | null | undefined, nowMs: number): string {
  if (!timestamp) return '<unknown>';
  return humanDuration(nowMs - Date.parse(timestamp));
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;

function humanDuration(durationMs: number): string {
  const seconds = Math.trunc(durationMs / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 24 * 8) return pair(days, 'd', hours % 24, 'h');
  if (days < 365 * 2) return `${days}d`;
  if (days < 365 * 8) return pair(Math.floor(days / 365), 'y', days % 365, 'd');
  return `${Math.floor(days / 365)}y`;
}

import type { ControllersStatus, ControllerStatus } from './controller-status';
import { splitCells } from './status-cells';
import type { StatusDraft } from './status-draft';
import type { BlockReader, LineReader } from './status-text-reader';

/** `23/23 healthy`. */
export const readControllers: LineReader = (value, draft, line) => {
  const match = /^(\d{1,9})\/(\d{1,9}) healthy$/.exec(value);
  if (match === null) return false;
  draft.status.controllers = { healthy: Number(match[1]), total: Number(match[2]) };
  draft.mark('controllers', line, draft.status.controllers);
  return true;
};

/** The table below: `Name   Last success   Last error   Count   Message`; an error may have many blanks. */
export function controllersBlock(draft: StatusDraft): BlockReader {
  return {
    readLine(text, line) {
      const cells = splitCells(text);
      if (cells[0] === 'Name' && cells[1] === 'Last success') return true;
      const [name, success, failure, count, ...message] = cells;
      const controllers = draft.status.controllers;
      if (controllers === undefined || name === undefined || !isAge(success) || !isAge(failure)) return false;
      if (count === undefined || !/^\d{1,9}$/.test(count) || message.length === 0) return false;
      const item: ControllerStatus = {
        name,
        consecutiveFailures: Number(count),
        lastSuccessAgo: success === 'never' ? null : success,
        lastFailureAgo: failure === 'never' ? null : failure,
      };
      const words = message.join('  ');
      if (words !== 'no error') item.message = words;
      return add(controllers, item, draft, line);
    },
  };
}

function add(
  controllers: ControllersStatus,
  item: ControllerStatus,
  draft: StatusDraft,
  line: number,
): boolean {
  controllers.items ??= [];
  draft.mark(`controllers.items.${controllers.items.length}`, line);
  controllers.items.push(item);
  return true;
}

function isAge(cell: string | undefined): cell is string {
  return cell === 'never' || (cell?.endsWith(' ago') ?? false);
}

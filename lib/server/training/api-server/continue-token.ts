import { badRequest } from './status-error';

/** Where the next page of a list begins. */
export type Continue = {
  /** The list is as it was at this revision; -1: as it is now. */
  revision: number;
  /** The first key of the page, or what sorts just before it. */
  startKey: string;
};

/** Gives the text that a client sends back for the next page. */
export function encodeContinue({ revision, startKey }: Continue): string {
  const token = { v: 'meta.k8s.io/v1', rv: revision, start: startKey };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Reads a token; throws 400 for one that is none of ours. */
export function decodeContinue(text: string): Continue {
  const refuse = (why: string) => badRequest(`invalid continue token: continue key is not valid: ${why}`);
  let token: unknown;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refuse('invalid character looking for beginning of value');
  }
  if (typeof token !== 'object' || token === null || !('rv' in token) || !Number.isInteger(token.rv)) {
    throw refuse('server does not recognize this encoded version');
  }
  if (!('start' in token) || typeof token.start !== 'string' || token.start === '') {
    throw refuse('encoded start key empty (version meta.k8s.io/v1)');
  }
  return { revision: Number(token.rv), startKey: token.start };
}

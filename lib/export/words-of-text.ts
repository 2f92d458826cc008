import { addressIdentity } from './address-identity';

/** A piece of a sentence: what it names, or `plain` where it names nothing. All pieces joined are the sentence. */
export type TextWord = { kind: 'name' | 'address' | 'plain'; word: string };

/** A run of what names and addresses are made of. Brackets, slashes, `@` and `%` part one from the next. */
const run = /[A-Za-z0-9_.:-]+/g;
const dnsName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
/** An address inside of a name: `ip-10-0-0-1.ec2.internal`, `10.0.0.1.nip.example`. */
const addressInside = /(?<!\d)\d{1,3}([.-])\d{1,3}\1\d{1,3}\1\d{1,3}(?!\d)/;
/** How differences name a backend: `web-x (10.0.0.1:80/TCP)`. */
const beforeAddress = /^ \((?:\d{1,3}(?:\.\d{1,3}){3}|\[)/;
const ownWordsEnd = /(?:API server|Envoy on the node)$/;

/**
 * Parts a sentence into names, addresses and the rest. A name is one that `isKnown` knows; or what stands as
 * `namespace/name`; or what stands before an address in brackets; or what has an address inside.
 */
export function wordsOfText(text: string, isKnown: (name: string) => boolean): TextWord[] {
  const words: TextWord[] = [];
  let end = 0;
  for (const match of text.matchAll(run)) {
    const start = match.index;
    words.push({ kind: 'plain', word: text.slice(end, start) });
    end = start + match[0].length;
    const rest = text.slice(end, end + 24);
    const before = text.slice(Math.max(0, start - 32), end);
    const pair = isPairPart(text, start, end);
    const named = pair || (beforeAddress.test(rest) && !ownWordsEnd.test(before));
    words.push(...wordsOfRun(match[0], named, isKnown));
  }
  words.push({ kind: 'plain', word: text.slice(end) });
  return words.filter(({ word }) => word !== '');
}

/** True for either side of `namespace/name`, both of them names with a letter. */
function isPairPart(text: string, start: number, end: number): boolean {
  if (text[end] === '/') return isPlainName(text.slice(start, end)) && isPlainName(runAt(text, end + 1));
  if (text[start - 1] !== '/') return false;
  const left = /[A-Za-z0-9_.:-]*$/.exec(text.slice(Math.max(0, start - 257), start - 1))?.[0] ?? '';
  return isPlainName(left) && isPlainName(text.slice(start, end));
}

function runAt(text: string, start: number): string {
  return /^[A-Za-z0-9_.:-]*/.exec(text.slice(start, start + 257))?.[0] ?? '';
}

function isPlainName(word: string): boolean {
  const bare = word.replace(/[.:-]+$/, '');
  return dnsName.test(bare) && /[a-z]/.test(bare) && addressIdentity(bare) === null;
}

function wordsOfRun(word: string, named: boolean, isKnown: (name: string) => boolean): TextWord[] {
  const bare = word.replace(/[.:-]+$/, '');
  const tail: TextWord[] = bare === word ? [] : [{ kind: 'plain', word: word.slice(bare.length) }];
  // `fd00::` ends in what else ends a sentence.
  if (addressIdentity(word) !== null) return [{ kind: 'address', word }];
  if (isKnown(word)) return [{ kind: 'name', word }];
  if (addressIdentity(bare) !== null) return [{ kind: 'address', word: bare }, ...tail];
  if (isKnown(bare) || (named && bare !== '')) return [{ kind: 'name', word: bare }, ...tail];
  return word.split(/(:)/).flatMap((part) => wordsOfPart(part, isKnown));
}

function wordsOfPart(part: string, isKnown: (name: string) => boolean): TextWord[] {
  const bare = part.replace(/[.-]+$/, '');
  const tail: TextWord[] = bare === part ? [] : [{ kind: 'plain', word: part.slice(bare.length) }];
  if (addressIdentity(bare) !== null) return [{ kind: 'address', word: bare }, ...tail];
  if (isKnown(bare) || addressInside.test(bare)) return [{ kind: 'name', word: bare }, ...tail];
  // A DNS name of the cluster: `web.shop.svc`.
  return part.split(/(\.)/).map((label) => ({ kind: isKnown(label) ? 'name' : 'plain', word: label }));
}

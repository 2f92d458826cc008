/** Byte values of the characters the scanners look for. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const LEFT_PARENTHESIS = 40;
export const RIGHT_PARENTHESIS = 41;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const EQUALS = 61;
export const GREATER_THAN = 62;
export const AT = 64;
export const LEFT_BRACKET = 91;
export const RIGHT_BRACKET = 93;

/** True for `A`–`Z` and `a`–`z`. */
export function isLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122;
}

/** True for `0`–`9`. */
export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** True for a space, a tab, or the carriage return that a terminal puts before the line end. */
export function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}

/** True where a cell may end: at a blank or at the end of the line. */
export function isCellEnd(byte: number): boolean {
  return isBlank(byte) || byte === LF;
}

/** Gives the bytes of an ASCII text, to compare with. */
export function textBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** True when `word` stands at `start`. */
export function startsWithBytes(bytes: Uint8Array, word: Uint8Array, start: number): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[start + index] !== word[index]) return false;
  }
  return true;
}

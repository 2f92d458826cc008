import { badRequest } from '../status-error';

/** One field on the wire: a number for the two fixed widths and varints, bytes for the rest. */
export type WireField = { number: number; value: bigint | Buffer };

/** Reads the fields of a protobuf message one by one; throws a 400 where the bytes end too early or make no sense. */
export function* readWire(bytes: Buffer): Generator<WireField> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw badRequest('unexpected EOF');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw badRequest('proto: integer overflow');
  };
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw badRequest('unexpected EOF');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const number = key >>> 3;
    const wireType = key & 7;
    if (wireType === 0) yield { number, value: varint() };
    else if (wireType === 1) yield { number, value: take(8).readBigUInt64LE() };
    else if (wireType === 2) yield { number, value: take(Number(varint())) };
    else if (wireType === 5) yield { number, value: BigInt(take(4).readUInt32LE()) };
    else throw badRequest(`proto: illegal wireType ${wireType}`);
  }
}

/** The bytes of a field; throws a 400 where a number stands. */
export function bytesOf(value: WireField['value']): Buffer {
  if (typeof value === 'bigint') throw badRequest('proto: wrong wireType = 0');
  return value;
}

/** A signed integer, as int32 and int64 stand on the wire. Kubernetes' own stay below 2^53. */
export function integerOf(value: WireField['value']): number {
  if (typeof value !== 'bigint') throw badRequest('proto: wrong wireType = 2');
  return Number(BigInt.asIntN(64, value));
}

import { badRequest } from '../status-error';
import { fieldsOf, structOfKind, type FieldType, type SchemaField } from './kind-schema';
import { bytesOf, integerOf, readWire, type WireField } from './protobuf-reader';

export const protobufType = 'application/vnd.kubernetes.protobuf';

type JsonObject = Record<string, unknown>;

/** Every body starts with it (apimachinery, pkg/runtime/serializer/protobuf). */
const magic = Buffer.from('k8s\0');

function only(bytes: Buffer): Map<number, WireField['value']> {
  return new Map([...readWire(bytes)].map(({ number, value }) => [number, value]));
}

function timeOf(bytes: Buffer, fraction: boolean): string | undefined {
  const fields = only(bytes);
  const seconds = integerOf(fields.get(1) ?? 0n);
  // Go's zero time, which JSON has as null.
  if (fields.size === 0 || seconds <= -62_135_596_800) return undefined;
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  const micros = String(Math.floor(integerOf(fields.get(2) ?? 0n) / 1000)).padStart(6, '0');
  return fraction ? `${text}.${micros}Z` : `${text}Z`;
}

/** The value of one field; undefined for one that JSON has no words for. */
function decodeValue(type: FieldType, value: WireField['value']): unknown {
  switch (type) {
    case 'string':
      return bytesOf(value).toString('utf8');
    case 'bytes':
      return bytesOf(value).toString('base64');
    case 'bool':
      return integerOf(value) !== 0;
    case 'int32':
    case 'int64':
      return integerOf(value);
    case 'Time':
    case 'MicroTime':
      return timeOf(bytesOf(value), type === 'MicroTime');
    case 'Quantity':
      return bytesOf(only(bytesOf(value)).get(1) ?? Buffer.alloc(0)).toString('utf8') || '0';
    case 'RawJSON': {
      const raw = bytesOf(only(bytesOf(value)).get(1) ?? Buffer.alloc(0)).toString('utf8');
      return raw === '' ? undefined : JSON.parse(raw);
    }
    case 'IntOrString': {
      const fields = only(bytesOf(value));
      const isText = integerOf(fields.get(1) ?? 0n) === 1;
      return isText
        ? bytesOf(fields.get(3) ?? Buffer.alloc(0)).toString('utf8')
        : integerOf(fields.get(2) ?? 0n);
    }
    default:
      if (!type.startsWith('list:')) return decodeStruct(type, bytesOf(value));
      return [...readWire(bytesOf(value))].map((item) => decodeValue(type.slice('list:'.length), item.value));
  }
}

const isZero = (value: unknown) => value === '' || value === 0 || value === false;

function addField(
  object: JsonObject,
  { name, type, inline, omitEmpty, pointer }: SchemaField,
  value: WireField['value'],
) {
  if (type.startsWith('[]')) {
    const list = Array.isArray(object[name]) ? object[name] : [];
    object[name] = [...list, decodeValue(type.slice(2), value)];
  } else if (type.startsWith('map:')) {
    const entry = only(bytesOf(value));
    const key = bytesOf(entry.get(1) ?? Buffer.alloc(0)).toString('utf8');
    const map = object[name] ?? {};
    object[name] = { ...map, [key]: decodeValue(type.slice('map:'.length), entry.get(2) ?? Buffer.alloc(0)) };
  } else {
    const decoded = decodeValue(type, value);
    if (inline) Object.assign(object, decoded);
    // Go writes every plain field, zero or not, and leaves zero ones out of JSON again.
    else if (decoded !== undefined && !(omitEmpty && !pointer && isZero(decoded))) object[name] = decoded;
  }
}

function decodeStruct(struct: string, bytes: Buffer): JsonObject {
  const object: JsonObject = {};
  const fields = new Map(fieldsOf(struct).map((field) => [field.number, field]));
  for (const { number, value } of readWire(bytes)) {
    const field = fields.get(number);
    if (field) addField(object, field, value);
  }
  return object;
}

/**
 * A body in Kubernetes' protobuf as the object that its JSON would be; throws a 400 for bytes that are none, or hold a
 * kind that is not Kubernetes' own.
 */
export function decodeProtobuf(bytes: Buffer): JsonObject {
  if (!bytes.subarray(0, magic.length).equals(magic)) {
    throw badRequest(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  }
  const unknown = only(bytes.subarray(magic.length));
  const typeMeta = only(bytesOf(unknown.get(1) ?? Buffer.alloc(0)));
  const text = (number: number) => bytesOf(typeMeta.get(number) ?? Buffer.alloc(0)).toString('utf8');
  const [apiVersion, kind] = [text(1), text(2)];
  const struct = structOfKind(apiVersion, kind);
  if (struct === undefined) throw badRequest(`no kind "${kind}" is registered for version "${apiVersion}"`);
  return { apiVersion, kind, ...decodeStruct(struct, bytesOf(unknown.get(2) ?? Buffer.alloc(0))) };
}

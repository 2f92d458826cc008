import { nodePortRange, type ManifestPort } from './service-manifest';
import type { YamlFields } from './yaml-fields';

const anyPort = { min: 1, max: 65535 } as const;
const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const path = ['spec', 'ports'] as const;

type Asked = { isExternal: boolean; mayBeNone: boolean };

/** Reads the ports of a Service, with what Kubernetes asks of them among each other. */
export function readPorts(fields: YamlFields, { isExternal, mayBeNone }: Asked): ManifestPort[] {
  const count = fields.count(path);
  if (count === 0 && !mayBeNone) fields.error(path, 'A Service needs a port at least.');
  const ports = Array.from({ length: count }, (_, index) => readPort(fields, index));
  ports.forEach(({ name, port, protocol, nodePort }, index) => {
    const before = ports.slice(0, index);
    if (before.some((other) => other.port === port && other.protocol === protocol))
      fields.error([...path, index, 'port'], `Another port is ${port}/${protocol} already.`);
    if (ports.length > 1 && name === '')
      fields.error([...path, index, 'name'], 'Where there are several ports, each needs a name.');
    if (name !== '' && before.some((other) => other.name === name))
      fields.error([...path, index, 'name'], `Another port has the name ${name} already.`);
    if (nodePort !== null && !isExternal)
      fields.error([...path, index, 'nodePort'], 'It goes with type NodePort or LoadBalancer only.');
    if (
      nodePort !== null &&
      before.some((other) => other.nodePort === nodePort && other.protocol === protocol)
    )
      fields.error([...path, index, 'nodePort'], `Another port has ${nodePort} already.`);
  });
  return ports;
}

function readPort(fields: YamlFields, index: number): ManifestPort {
  const at = (name: string) => [...path, index, name];
  const port = fields.integer(at('port'), anyPort);
  if (port === undefined && fields.value(at('port')) === undefined)
    fields.error(at('port'), 'The number of the port is missing.');
  const target = fields.value(at('targetPort'));
  if (typeof target === 'boolean')
    fields.error(at('targetPort'), 'This is to be a port, by number or by name.');
  if (typeof target === 'number') fields.integer(at('targetPort'), anyPort);
  return {
    name: fields.text(at('name')) ?? '',
    port: port ?? 0,
    protocol: fields.word(at('protocol'), protocols) ?? 'TCP',
    targetPort: typeof target === 'boolean' ? null : (target ?? null),
    nodePort: fields.integer(at('nodePort'), nodePortRange) ?? null,
  };
}

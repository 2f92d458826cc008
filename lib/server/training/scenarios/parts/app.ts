import type { KubeObject } from '../../agent-contract';
import type { ServicePortSpec } from './service';
import { service } from './service';
import { deployment } from './workload';

export type AppSpec = {
  namespace: string;
  name: string;
  replicas: number;
  image?: string;
  containerPort?: number;
  /** Ports of the Service; default: 80 to the container's port. */
  ports?: ServicePortSpec[];
  type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /** Further fields of the Service's spec. */
  spec?: Record<string, unknown>;
  ingress?: string[];
  annotations?: Record<string, string>;
  drainSeconds?: number;
  readyAfterSeconds?: number;
};

/** A Deployment and the Service in front of it. */
export function app(spec: AppSpec): KubeObject[] {
  const { namespace, name, replicas, containerPort = 8080, type = 'ClusterIP' } = spec;
  const labels = { 'app.kubernetes.io/name': name };
  const ports = spec.ports ?? [{ name: 'http', port: 80, targetPort: containerPort }];
  const object = service(namespace, name, labels, ports, { type, ...spec.spec }, spec.ingress);
  const metadata = {
    ...object.metadata,
    labels: { ...labels, 'app.kubernetes.io/part-of': namespace, 'app.kubernetes.io/managed-by': 'Helm' },
    ...(spec.annotations === undefined ? {} : { annotations: spec.annotations }),
  };
  return [
    deployment({
      namespace,
      name,
      labels,
      replicas,
      image: spec.image ?? `registry.example.com/${namespace}/${name}:1.4.2`,
      ports: [{ name: 'http', containerPort }],
      drainSeconds: spec.drainSeconds,
      readyAfterSeconds: spec.readyAfterSeconds,
    }),
    { ...object, metadata },
  ];
}

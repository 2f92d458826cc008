import type { ReactNode } from 'react';
import type { ServiceManifestView, ServiceRef } from '@/lib/snapshot/frontend-view';

type ServiceManifestProps = {
  service: ServiceRef;
  /** `key=value` each. */
  labels: readonly string[];
  manifest: ServiceManifestView;
};

/** The fields of the Service's manifest that make its frontends, as the API has them now. */
export function ServiceManifest({ service, labels, manifest }: ServiceManifestProps) {
  const { port, clusterIPs, externalIPs, loadBalancerIPs, loadBalancerClass } = manifest;
  return (
    <section aria-label="Service">
      <h3 className="mt-3.5 mb-1 font-semibold">Service</h3>
      <dl className="grid grid-cols-[6.25rem_1fr] gap-x-1.5 [&_dd]:py-0.5 [&_dt]:py-0.5 [&_dt]:text-muted">
        <Pair name="Name">
          <span className="mono">
            {service.namespace}/{service.name}
          </span>
        </Pair>
        {labels.length > 0 && (
          <Pair name="Labels">
            <ul className="mono flex flex-wrap gap-x-3">
              {labels.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </Pair>
        )}
        <Pair name="Type">
          {manifest.type}
          {loadBalancerClass !== null && <span className="text-muted">, class {loadBalancerClass}</span>}
        </Pair>
        <Pair name="Port">
          {port.name !== null && <>{port.name}, </>}
          <span className="mono">
            {port.port}/{port.protocol}
            {port.targetPort !== null && ` → ${port.targetPort}`}
          </span>
          {port.nodePort !== null && (
            <>
              , node port <span className="mono">{port.nodePort}</span>
            </>
          )}
        </Pair>
        <Addresses name="Cluster IPs" ips={clusterIPs} />
        <Addresses name="External IPs" ips={externalIPs} />
        <Addresses name="Load balancer" ips={loadBalancerIPs} />
        <Pair name="Endpoints">
          {manifest.hasSelector ? 'by selector' : 'without selector: written by hand or by a controller'}
          {manifest.publishNotReadyAddresses && ', also those not ready'}
        </Pair>
        {manifest.healthCheckNodePort !== null && (
          <Pair name="Health check">
            node port <span className="mono">{manifest.healthCheckNodePort}</span>
          </Pair>
        )}
        {manifest.trafficDistribution !== null && (
          <Pair name="Distribution">{manifest.trafficDistribution}</Pair>
        )}
      </dl>
    </section>
  );
}

function Addresses({ name, ips }: { name: string; ips: readonly string[] }) {
  if (ips.length === 0) return null;
  return (
    <Pair name={name}>
      <span className="mono">{ips.join(' ')}</span>
    </Pair>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

import type { LookupSide, LookupStep } from '@/lib/learn/kube-proxy/lookup-step';

type LookupDetailProps = { current: LookupStep | undefined; step: number };

/** One step in words: what each of the two nodes does, with its rules, keys and packets. */
export function LookupDetail({ current, step }: LookupDetailProps) {
  if (current === undefined) return null;
  return (
    <section aria-label={`Step ${step + 1}`} className="pt-3 desk:min-h-56">
      <h2 className="pb-1.5 font-normal">
        <strong className="mr-2 text-lead font-semibold">Step {step + 1}</strong> {current.title}
      </h2>
      <div className="grid gap-x-6 gap-y-3 desk:grid-cols-2">
        <Side name="kube-proxy, iptables" what={current.kubeProxy} />
        <Side name="Cilium, eBPF" what={current.cilium} />
      </div>
    </section>
  );
}

function Side({ name, what: { place, isName, tally, told, lines } }: { name: string; what: LookupSide }) {
  return (
    <div className="min-w-0 border-t border-line pt-1.5">
      <h3 className="font-semibold">{name}</h3>
      <p className="text-muted">
        <span className={isName ? 'mono wrap-anywhere' : undefined}>{place}</span>: {tally}
      </p>
      <p className="pt-1 text-pretty">{told}</p>
      {lines.length > 0 && (
        <ul className="mono mt-1.5 rounded-control border border-line bg-sunken px-2.5 py-1.5 wrap-anywhere">
          {lines.map((line) => (
            <li key={line} className="py-0.5 pl-4 -indent-4">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

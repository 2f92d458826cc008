/** Selects pods whose container cilium-agent is run by the agent host, or all others. */
const isAgent = (operator: 'In' | 'NotIn') => ({
  key: '.metadata.labels["k8s-app"]',
  operator,
  values: ['cilium'],
});
const notDeleted = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' };

const startMs = 300;
/** A program that ends soon after SIGTERM: an agent has a second of grace and is ended by the agent host within it. */
const endMs = 1_500;

const stage = (name: string, kind: 'Node' | 'Pod', spec: object) => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name },
  spec: { resourceRef: { apiGroup: 'v1', kind }, ...spec },
});

const addresses = `
{{ $hostIPs := NodeIPsWith .spec.nodeName }}
{{ with $hostIPs }}
hostIP: {{ index . 0 | Quote }}
hostIPs:
{{ range . }}
- ip: {{ . | Quote }}
{{ end }}
{{ end }}
{{ $podIPs := PodIPsWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) }}
{{ with $podIPs }}
podIP: {{ index . 0 | Quote }}
podIPs:
{{ range . }}
- ip: {{ . | Quote }}
{{ end }}
{{ end }}
startTime: {{ Now | Quote }}
`;

const condition = (type: string, status: 'True' | 'False') =>
  `- { type: ${type}, status: "${status}", lastTransitionTime: {{ Now | Quote }} }\n`;

/** What kwok does with nodes and pods in place of kubelets (https://kwok.sigs.k8s.io/docs/user/stages-configuration/). */
export const stages: readonly object[] = [
  stage('node-ready', 'Node', {
    selector: {
      matchExpressions: [
        {
          key: '.status.conditions.[] | select( .type == "Ready" ) | .status',
          operator: 'NotIn',
          values: ['True'],
        },
      ],
    },
    next: {
      statusTemplate: `
conditions:
{{ range NodeConditions }}
- lastHeartbeatTime: {{ Now | Quote }}
  lastTransitionTime: {{ Now | Quote }}
  message: {{ .message | Quote }}
  reason: {{ .reason | Quote }}
  status: {{ .status | Quote }}
  type: {{ .type | Quote }}
{{ end }}
daemonEndpoints:
  kubeletEndpoint:
    Port: {{ NodePort }}
`,
    },
  }),
  stage('pod-runs', 'Pod', {
    selector: {
      matchExpressions: [
        notDeleted,
        isAgent('NotIn'),
        { key: '.status.phase', operator: 'In', values: ['Pending'] },
      ],
    },
    delay: { durationMilliseconds: startMs },
    next: {
      statusTemplate: `
phase: Running
conditions:
${['Initialized', 'Ready', 'ContainersReady'].map((type) => condition(type, 'True')).join('')}
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  started: true
  restartCount: 0
  state:
    running:
      startedAt: {{ Now | Quote }}
{{ end }}
${addresses}`,
    },
  }),
  // The rest of an agent's life is told by the agent host, which knows how its container fares.
  stage('agent-has-an-address', 'Pod', {
    selector: {
      matchExpressions: [notDeleted, isAgent('In'), { key: '.status.podIP', operator: 'DoesNotExist' }],
    },
    delay: { durationMilliseconds: startMs },
    next: {
      statusTemplate: `
phase: Pending
conditions:
${condition('Initialized', 'True')}${['Ready', 'ContainersReady'].map((type) => condition(type, 'False')).join('')}
${addresses}`,
    },
  }),
  stage('pod-ends', 'Pod', {
    selector: { matchExpressions: [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }] },
    delay: { durationMilliseconds: endMs },
    next: { delete: true },
  }),
];

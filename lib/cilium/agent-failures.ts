import type { AgentErrorCode } from './agent-error';

type Failure = { pattern: RegExp; code: AgentErrorCode; title: string; hint: string };

/**
 * What agents, their client, kubelet and API server say when a command gives no answer, the most exact first.
 * Words of the client: v1.10 to main, recorded from an agent; of kubelet and runtimes: as found in public outputs.
 */
export const failurePatterns: readonly Failure[] = [
  {
    pattern: /\.sock: connect: no such file or directory/,
    code: 'not-ready',
    title: 'The agent is not listening yet',
    hint: 'Its socket does not exist: it is starting, or it was stopped. Wait, then look at the log of the pod.',
  },
  {
    pattern: /\.sock: connect: connection refused/,
    code: 'not-ready',
    title: 'The agent is not listening',
    hint: 'Its socket is left over from before: it crashed or is restarting. Look at the log of the previous container.',
  },
  {
    pattern: /\.sock: connect: permission denied/,
    code: 'forbidden',
    title: 'The command may not open the agent’s socket',
    hint: 'It must run as root in the container cilium-agent. Look at the security context of the pod.',
  },
  {
    pattern: /administratively disabled|\(status 403\)|Forbidden.{0,40}healthz/,
    code: 'api-disabled',
    title: 'This part of the agent’s API is switched off',
    hint: 'The option enable-cilium-api-server-access leaves it out (v1.14 and later). Allow GetHealthz and GetService.',
  },
  {
    pattern: /API client timeout exceeded|context deadline exceeded|Client\.Timeout exceeded/,
    code: 'timed-out',
    title: 'The agent did not answer in time',
    hint: 'It runs but does not serve its API: overloaded or hung. Look at its CPU use and its log.',
  },
  {
    pattern: /daemon unreachable|Daemon: Not responding|dialing timed out|Dialing failed/,
    code: 'not-ready',
    title: 'The agent cannot be reached',
    hint: 'It is starting, stopped or hung. Look at the state of the pod and at its log.',
  },
  {
    pattern: /(?:http:\/\/|sock).{0,200}(?:connection reset by peer|broken pipe|: (?:unexpected )?EOF)/,
    code: 'connection-lost',
    title: 'The agent went away while it answered',
    hint: 'It was restarted or crashed. It is asked again with the next sweep.',
  },
  {
    pattern:
      /executable file not found|exec: "[^"]{1,100}": (?:stat|no such file)|stat \S{1,200}: no such file or directory/,
    code: 'no-such-binary',
    title: 'The container has no such command',
    hint: 'Agents of v1.14 and older have cilium, later ones cilium-dbg too. Check that the container is cilium-agent.',
  },
  {
    pattern: /container not found|container \S{1,200} (?:is not valid for|not found in) pod/,
    code: 'no-such-container',
    title: 'The container does not run in this pod',
    hint: 'It has not started, or it has another name here. Look at the containers of the pod.',
  },
  {
    pattern: /pod does not exist|pods "[^"]{1,253}" not found/,
    code: 'pod-gone',
    title: 'The pod is gone',
    hint: 'It was probably replaced: ask the pod that runs on that node now. A node that lost its kubelet answers so too.',
  },
  {
    pattern:
      /is waiting to start|PodInitializing|ContainerCreating|container .{0,200}is not (?:created or )?running/,
    code: 'not-ready',
    title: 'The container has not started yet',
    hint: 'Its init containers still run. If that takes long, look at their logs.',
  },
  {
    pattern: /is forbidden:|cannot create resource "pods\/exec"/,
    code: 'forbidden',
    title: 'Running commands in the agent’s pod is forbidden',
    hint: 'The account needs the verbs get and create on pods/exec in the namespace of the agents.',
  },
  {
    pattern: /Unauthorized|must be logged in/,
    code: 'unauthenticated',
    title: 'The API server does not know who is asking',
    hint: 'The credentials have expired or are wrong. Log in again.',
  },
  {
    pattern: /with root privileges/,
    code: 'forbidden',
    title: 'The command must run as root',
    hint: 'Look at the security context of the container.',
  },
  {
    pattern: /unknown (?:command|flag|shorthand flag)|This command has been deprecated/,
    code: 'command-failed',
    title: 'This version of Cilium does not know the command',
    hint: 'Commands and options come and go with versions. Check which version the agent runs.',
  },
  {
    pattern: /^Usage:$/m,
    code: 'command-failed',
    title: 'This version of Cilium does not know the command',
    hint: 'It printed its help in place of an answer. Check which version the agent runs.',
  },
  {
    pattern: /unable to upgrade connection|error dialing backend/,
    code: 'connection-lost',
    title: 'The node’s kubelet could not be reached',
    hint: 'The API server hands commands on to it. Look at the state of the node.',
  },
];

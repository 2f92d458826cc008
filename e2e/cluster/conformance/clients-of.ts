import { openConnection } from '@/lib/server/kube/open-connection';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { ApiClient } from './api-client';
import type { ServerUnderTest, User } from './server-under-test';

/** The clients of a server from the kubeconfig of each user. */
export function clientsOf(
  kubeconfigs: Readonly<Record<User, string>>,
): Pick<ServerUnderTest, 'api' | 'connection'> {
  const connections = new Map<User, KubeConnection>();
  const connection = (user: User) => {
    const known = connections.get(user);
    if (known) return known;
    const kubeconfig = kubeconfigs[user];
    const opened = openConnection({ kind: 'training', kubeconfig, scenario: 'conformance' });
    connections.set(user, opened);
    return opened;
  };
  const api: ServerUnderTest['api'] = (user) => {
    if (user !== 'anonymous' && user !== 'stranger') {
      const known = connection(user);
      return new ApiClient(known.server, () => known.requestOptions());
    }
    const { server, requestOptions } = connection('nobody');
    return new ApiClient(server, async () => ({
      // The authority alone: who asks must not be known by the connection.
      ca: (await requestOptions()).ca,
      ...(user === 'stranger' && { headers: { Authorization: 'Bearer nobody-has-this-token' } }),
    }));
  };
  return { connection, api };
}

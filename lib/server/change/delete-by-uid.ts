import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ObjectPath } from '@/lib/server/kube/object-writer';
import { deleteObject, isStatus } from '@/lib/server/kube/object-writer';
import { persist } from './persist';

/**
 * Deletes the object with this uid: another of the same name is left alone, and one that is gone is no failure. Throws
 * a `KubeError`.
 */
export async function deleteByUid(
  connection: KubeConnection,
  path: ObjectPath,
  uid: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await persist(() => deleteObject(connection, path, uid, signal), { signal });
    return null;
  } catch (error) {
    if (isStatus(error, 404, 409)) return 'It was gone already.';
    throw error;
  }
}

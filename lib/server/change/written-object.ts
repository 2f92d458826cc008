import type { z } from 'zod';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ObjectPath } from '@/lib/server/kube/object-writer';
import { readObject } from '@/lib/server/kube/object-writer';
import { persist } from './persist';

/** One object in the API that rollouts read and write, through failures that pass by themselves. */
export abstract class WrittenObject {
  constructor(
    protected readonly connection: KubeConnection,
    protected readonly path: ObjectPath,
    protected readonly signal: AbortSignal,
  ) {}

  /** Its kind, namespace and name, for people. */
  get object(): string {
    return this.path.what;
  }

  /** Reads it in the form of a schema. Throws a `KubeError`, or a ZodError for another form. */
  protected readAs<Schema extends z.ZodType>(schema: Schema): Promise<z.infer<Schema>> {
    const { connection, path, signal } = this;
    return persist(() => readObject(connection, path, schema, signal), { signal });
  }
}

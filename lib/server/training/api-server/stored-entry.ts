import type { KubeObject } from './kube-object';
import { apiVersionOf, type Resource } from './resource-table';

/** One object at one revision. Immutable, so that a list or a watch may hold on to it. */
export class StoredEntry {
  readonly object: KubeObject;
  readonly revision: number;
  #body: string | undefined;

  constructor(object: KubeObject, revision: number) {
    this.object = object;
    this.revision = revision;
  }

  /** The JSON as it stands in a list: Kubernetes leaves kind and apiVersion out, but for custom resources. */
  listItem(resource: Resource): string {
    return resource.custom ? this.json(resource) : this.#jsonBody();
  }

  /** The whole object as JSON, in the version that was asked for. Serialised once a revision. */
  json(resource: Resource): string {
    const head = `{"kind":"${resource.kind}","apiVersion":"${apiVersionOf(resource)}"`;
    return `${head},${this.#jsonBody().slice(1)}`;
  }

  #jsonBody(): string {
    if (this.#body === undefined) {
      const { apiVersion: _apiVersion, kind: _kind, ...rest } = this.object;
      this.#body = JSON.stringify(rest);
    }
    return this.#body;
  }
}

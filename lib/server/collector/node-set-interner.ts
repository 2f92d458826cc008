const setsMax = 4_096;

/** Gives one array for equal lists of nodes, so that thousands of rows share a few. */
export class NodeSetInterner {
  private readonly sets = new Map<string, string[]>();
  /** The array for a list seen before, so that a list of 100 names is compared as one thing. */
  private readonly known = new WeakMap<readonly string[], string[]>();

  intern(nodes: readonly string[]): string[] {
    const known = this.known.get(nodes);
    if (known !== undefined) return known;
    const set = this.byNames(nodes);
    this.known.set(nodes, set);
    return set;
  }

  private byNames(nodes: readonly string[]): string[] {
    const id = nodes.join(' ');
    const known = this.sets.get(id);
    if (known !== undefined) return known;
    // Lists come and go with every change; begun anew, the map holds those in use again after one merge.
    if (this.sets.size >= setsMax) this.sets.clear();
    const set = [...nodes];
    this.sets.set(id, set);
    this.known.set(set, set);
    return set;
  }
}

import type { JsonNode } from './json-node';
import type { StatusDraft } from './status-draft';

/** Reads the value of one top-level key of `status -o json` into the draft. */
export type JsonReader = (node: JsonNode, draft: StatusDraft) => void;

/** Names of backends in the picture; one letter each, so there are no more of them. */
export const letters: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

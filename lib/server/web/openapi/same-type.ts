type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T]: Plain<T[Key]> }
    : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * `true` when two types have the same keys, optional ones included, and the same values all the way down.
 * `const same: Same<z.infer<typeof schema>, View> = true` fails to compile when schema and type drift apart.
 */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>;

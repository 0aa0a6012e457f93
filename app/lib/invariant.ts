/** For what cannot happen: says so loudly instead of going on with nonsense. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

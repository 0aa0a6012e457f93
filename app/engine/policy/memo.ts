/**
 * Answers kept by key. Full, it forgets everything and starts again: real callers use a few
 * thousand action names, so only invented ones can fill it, and those must not eat the memory.
 */
export class Memo<V> {
  readonly #kept = new Map<string, V>()
  readonly #make: (key: string) => V
  readonly #limit: number

  constructor(make: (key: string) => V, limit = 2_000) {
    this.#make = make
    this.#limit = limit
  }

  get(key: string): V {
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const made = this.#make(key)
    if (this.#kept.size >= this.#limit) this.#kept.clear()
    this.#kept.set(key, made)
    return made
  }
}

/** Whose turn it is to write, among those who share a world in one program. */

/** Called with a lease and its number; a lease ends when it is given back or taken away. */
export type Turns = ReturnType<typeof createTurns>

type Waiter = { id: number; start: () => void }

export function createTurns() {
  const queue: Waiter[] = []
  let holder: number | undefined
  let last = 0

  function next() {
    const waiter = queue.shift()
    holder = waiter?.id
    waiter?.start()
  }

  return {
    /** Resolves with the lease once it is this one's turn. */
    async take(): Promise<number> {
      const id = ++last
      if (holder === undefined) holder = id
      else await new Promise<void>((start) => queue.push({ id, start }))
      return id
    },
    /** Only who has the turn can give it back; a lease that has ended is nothing to give. */
    giveBack(lease: number) {
      if (lease === holder) next()
    },
    holder: () => holder,
    waiting: () => queue.length,
  }
}

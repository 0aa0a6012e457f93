/** Writes that are still under way when the page that began them is left. */
import { useEffect, useId, useRef } from 'react'
import { isServiceError } from '~/engine/errors'
import { useHasLeft } from '~/lib/leave'
import { dismissFlash, flash } from '~/stores/flash'

const decisionOf = (error: unknown) => (isServiceError(error) ? error.decision : undefined)

/** A page that is gone shows no error, so the message bar does. */
function tellFailure(id: string, header: string, error: unknown) {
  const decision = decisionOf(error)
  flash({
    id,
    type: 'error',
    header,
    content: error instanceof Error ? error.message : String(error),
    ...(decision ? { decision } : {}),
  })
}

/**
 * For one button: `guard` lets one act begin at a time, `follow` keeps an eye on it. Whoever
 * leaves meanwhile is told that it goes on, and what became of it.
 */
export function useOutlived(failed = 'A change that you began has failed.') {
  const state = useRef({ going: false, id: useId() })
  const hasLeft = useHasLeft()
  useEffect(() => {
    const { current } = state
    return () => {
      if (!current.going) return
      flash({
        id: current.id,
        type: 'in-progress',
        header: 'A change that you began is still being made.',
        content: 'It goes on although you have left its page.',
      })
    }
  }, [])

  async function follow<T>(act: () => Promise<T>): Promise<T> {
    const { current } = state
    try {
      const result = await act()
      if (hasLeft()) dismissFlash(current.id)
      return result
    } catch (error) {
      if (hasLeft()) tellFailure(current.id, failed, error)
      throw error
    } finally {
      current.going = false
    }
  }

  const guard =
    <Args extends unknown[]>(begin: (...args: Args) => void) =>
    (...args: Args) => {
      const { current } = state
      if (current.going) return
      current.going = true
      begin(...args)
    }

  return { follow, guard }
}

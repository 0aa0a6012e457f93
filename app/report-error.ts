import { isNotFound } from '~/data/client'

/** What is not there is shown by its page and no mistake of ours; all else is for the console. */
export function reportError(error: unknown) {
  if (!isNotFound(error)) console.error(error)
}

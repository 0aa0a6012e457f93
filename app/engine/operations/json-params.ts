/** Checks and pages of services that speak JSON: their errors and tokens have names of their own. */
import { type ErrorCode, isServiceError, serviceError } from '../errors'
import { page } from './paging'
import { type Constraint, constrain } from './params'

/** A check whose refusals have the code that the service gives them. */
export const constrainAs =
  (code: ErrorCode) =>
  <Name extends string>(constraints: Record<Name, Constraint>) => {
    const check = constrain(constraints)
    return (input: { [K in Name]?: unknown }) => renamed(code, () => check(input))
  }

function renamed<T>(code: ErrorCode, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'ValidationError') throw error
    throw serviceError(code, error.message)
  }
}

type Asked = { token: string | undefined; most: number | undefined; code: ErrorCode }

export function pageByToken<T>(items: T[], { token, most, code }: Asked) {
  const asked = { ...(token ? { Marker: token } : {}), ...(most ? { MaxItems: most } : {}) }
  const { items: some, Marker } = renamed(code, () => page(items, asked))
  return { items: some, token: Marker }
}

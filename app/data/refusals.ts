/** The last refusals that pages met, with the decisions behind them: for whoever asks why. */
import { isServiceError } from '~/engine/errors'
import type { ServiceError } from '~/engine/errors'

const KEPT = 20

let refusals: ServiceError[] = []

export function noteRefusal(error: unknown) {
  if (!isServiceError(error) || !error.decision) return
  refusals = [...refusals, error].slice(-KEPT)
}

/** Oldest first. */
export const lastRefusals = () => refusals

import Alert from '@cloudscape-design/components/alert'

import { WhyButton } from '~/components/explain/why-button'
import { isServiceError } from '~/engine/errors'

type Props = { error: Error | null | undefined; header?: string }

const decisionOf = (error: Error) => {
  if (isServiceError(error)) return error.decision
  return isServiceError(error.cause) ? error.cause.decision : undefined
}

/** What a form's own button ran into, near that button. */
export function FormError({ error, header }: Props) {
  if (!error) return null
  return (
    <Alert
      type="error"
      {...(header ? { header } : {})}
      action={<WhyButton decision={decisionOf(error)} />}
    >
      {error.message}
    </Alert>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'

import { AccessDenied, isAccessDenied } from './access-denied'

type Props = {
  error: Error | null
  retry?: () => unknown
  /** What was asked for: `roles`. */
  what?: string
}

/** What a panel shows in place of the answer it did not get. */
export function QueryError({ error, retry, what = 'this' }: Props) {
  if (!error) return null
  if (isAccessDenied(error)) return <AccessDenied error={error} />
  return (
    <Alert
      type="error"
      header={`Failed to load ${what}`}
      action={retry && <Button onClick={() => void retry()}>Retry</Button>}
    >
      {error.message}
    </Alert>
  )
}

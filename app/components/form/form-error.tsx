import Alert from '@cloudscape-design/components/alert'
import { useEffect, useRef } from 'react'

import { WhyButton } from '~/components/explain/why-button'
import { HalfDoneError } from '~/data/progress'
import { isServiceError } from '~/engine/errors'

type Props = { error: Error | null | undefined; header?: string }

const decisionOf = (error: Error) => {
  if (isServiceError(error)) return error.decision
  return isServiceError(error.cause) ? error.cause.decision : undefined
}

/** What a form's own button ran into, near that button. */
export function FormError({ error, header }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // below a long table, or behind the footer of a dialog, nobody would see it
  useEffect(() => {
    // newer browsers answer with a promise, which is no effect's business
    void box.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  return (
    <div ref={box} className="u-form-error">
      <Alert
        type="error"
        {...(header ? { header } : {})}
        action={<WhyButton decision={decisionOf(error)} />}
      >
        {error.message}
        {error instanceof HalfDoneError && <HalfDone error={error} />}
      </Alert>
    </div>
  )
}

/** Several calls, of which one failed: what the account has of them now. */
const HalfDone = ({ error: { done, left } }: { error: HalfDoneError }) => (
  <>
    <Names title="Done" names={done} />
    <Names title="Not done" names={left} />
    <p className="u-hint">Try again to go on from there.</p>
  </>
)

const Names = ({ title, names }: { title: string; names: string[] }) =>
  names.length > 0 && (
    <section aria-label={title}>
      <strong>{title}</strong>
      <ul className="u-list">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  )

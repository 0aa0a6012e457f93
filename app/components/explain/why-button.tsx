import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'

import { Soon } from '~/components/ui/soon'
import type { Decision } from '~/engine/evaluate/decision'
import { lazily } from '~/lib/lazily'

const DecisionPanel = lazily(async () => (await import('./decision-panel')).DecisionPanel)

/** Opens the decision behind a refusal. There is nothing to open where none was made. */
export function WhyButton({ decision }: { decision: Decision | undefined }) {
  const [open, setOpen] = useState(false)
  if (!decision) return null
  return (
    <>
      <Button
        // in a form it must not send the form again
        formAction="none"
        ariaLabel={`Why? Explain ${decision.request.action}`}
        onClick={() => setOpen(true)}
      >
        Why?
      </Button>
      {open && (
        <Modal
          visible
          size="large"
          header="Why?"
          closeAriaLabel="Close"
          onDismiss={() => setOpen(false)}
        >
          <Soon fallback={<Spinner />}>
            <DecisionPanel decision={decision} />
          </Soon>
        </Modal>
      )}
    </>
  )
}

import type { WizardProps } from '@cloudscape-design/components/wizard'
import Wizard from '@cloudscape-design/components/wizard'
import { useEffect, useRef } from 'react'
import type { PlacesOf } from '~/lib/places'
import { word } from '~/lib/words'

type Props = Omit<WizardProps, 'i18nStrings' | 'submitButtonText'> & {
  /** What its buttons' places begin with. */
  place: PlacesOf<'next'> & PlacesOf<'previous'> & PlacesOf<'cancel'> & PlacesOf<'submit'>
  /** What the button says that goes on from this step, where it says more than its word. */
  nextLabel?: string | undefined
}

type Marked = Pick<Props, 'place' | 'nextLabel'>

/** The buttons take no attributes, and one becomes another from step to step. */
function markButtons(wizard: HTMLElement | null, { place, nextLabel }: Marked) {
  const ids = [
    `${place}.next`,
    `${place}.previous`,
    `${place}.cancel`,
    `${place}.submit`,
  ] as const
  for (const button of wizard?.querySelectorAll('button') ?? []) {
    const text = button.textContent
    const id = text === nextLabel ? ids[0] : ids.find((each) => text === word(each))
    if (id) button.dataset.uPlace = id
    else if (ids.some((each) => each === button.dataset.uPlace))
      delete button.dataset.uPlace
  }
}

/** Cloudscape's wizard, with what it does not say by itself and with places. */
export function AppWizard({ place, nextLabel, ...props }: Props) {
  const wizard = useRef<HTMLDivElement>(null)
  useEffect(() => markButtons(wizard.current, { place, nextLabel }))
  return (
    <div ref={wizard}>
      <Wizard
        {...props}
        submitButtonText={word(`${place}.submit`)}
        i18nStrings={{
          stepNumberLabel: (step) => `Step ${step}`,
          collapsedStepsLabel: (step, count) => `Step ${step} of ${count}`,
          navigationAriaLabel: 'Steps',
          cancelButton: word(`${place}.cancel`),
          previousButton: word(`${place}.previous`),
          nextButton: nextLabel ?? word(`${place}.next`),
        }}
      />
    </div>
  )
}

import Button from '@cloudscape-design/components/button'
import Form from '@cloudscape-design/components/form'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

import { AppButton } from '~/components/app-link'
import { ButtonRow } from '~/components/ui/button-row'
import { PageHeader } from '~/components/page-header'
import { placeButton } from '~/lib/places'
import type { PlaceId } from '~/lib/places'

import { FormError } from './form-error'
import { UnsavedChanges } from './unsaved-changes'

type Props = {
  title: string
  description?: ReactNode
  info?: ReactNode
  submitLabel: string
  onSubmit: () => void
  cancelHref: string
  busy?: boolean
  error?: Error | null
  errorHeader?: string
  /** Something was typed that leaving would lose. */
  dirty?: boolean
  /** The place of the submit button. */
  place?: PlaceId
  cancelPlace?: PlaceId
  children: ReactNode
}

/** A page that is one form: heading, containers, what went wrong, buttons. */
export function FormPage(props: Props) {
  const { title, description, info, submitLabel, onSubmit, cancelHref, children } = props
  const { busy = false, error, errorHeader, dirty = false, place, cancelPlace } = props
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      <Form
        header={<PageHeader title={title} description={description} info={info} />}
        actions={
          <ButtonRow>
            {cancelPlace ? (
              <AppButton href={cancelHref} variant="link" place={cancelPlace} />
            ) : (
              <AppButton href={cancelHref} variant="link">
                Cancel
              </AppButton>
            )}
            <Button
              variant="primary"
              formAction="submit"
              loading={busy}
              {...(place ? placeButton(place) : {})}
            >
              {submitLabel}
            </Button>
          </ButtonRow>
        }
      >
        <SpaceBetween size="l">
          {children}
          <FormError error={error} {...(errorHeader ? { header: errorHeader } : {})} />
        </SpaceBetween>
      </Form>
      <UnsavedChanges when={dirty && !busy} />
    </form>
  )
}

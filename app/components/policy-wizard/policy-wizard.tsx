import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { PolicySummary } from '~/components/policies/policy-summary'
import { PolicyEditor } from '~/components/policy-editor/policy-editor'
import { Place } from '~/components/ui/place'
import { PolicyViews } from '~/components/visual-editor/policy-views'
import { usePolicyDraft } from '~/components/visual-editor/use-policy-draft'
import type { InlineHolder } from '~/data/inline-policies'
import { placeButton, type PlacesOf } from '~/lib/places'
import { word } from '~/lib/words'
import { rejectIdentityPolicy } from '~/engine/policy/accept'
import { countedSize } from './policy-name'

type Props = {
  /** What its places begin with. */
  place: Parameters<typeof AppWizard>[0]['place'] & PlacesOf<'editor'> & PlacesOf<'edit'>
  /** Where Cancel leads. */
  backHref: string
  /** Characters that the policy may have, white space not counted. */
  quota: number
  /** Characters of it that other policies have taken. */
  used?: number
  /** What the first step begins with. */
  text: string
  /** What a template calls the policy, and whose inline policy it is. */
  name: string
  holder?: InlineHolder
  titles: { specify: string; review: string; description: string }
  /** The second step's own fields, above the summary. */
  details: ReactNode
  /** Something was typed in them. */
  dirty: boolean
  /** Whether the details can be sent; called when the wizard is, and may show what is wrong. */
  check: () => boolean
  onSubmit: (text: string) => void
  onStep: () => void
  busy: boolean
  done: boolean
  error: Error | null
  errorHeader: string
}

/** How much of the quota is taken, or left. */
const roomInWords = (count: number, quota: number) =>
  word('iam.policyEditor.room', {
    count: count.toLocaleString('en-US'),
    left: Math.max(0, quota - count),
    quota,
    quotaInWords: quota.toLocaleString('en-US'),
  })

/** Two steps: write the policy, then see what it grants and say what else there is to say. */
export function PolicyWizard(props: Props) {
  const {
    place,
    backHref,
    quota,
    used = 0,
    titles,
    details,
    check,
    onSubmit,
    onStep,
  } = props
  const { busy, done, error, errorHeader, name, holder } = props
  const navigate = useNavigate()
  const [step, setStep] = useState(0)
  const draft = usePolicyDraft(props.text)
  const text = draft.settled
  const [tried, setTried] = useState(false)
  // an unknown action is a finding, not a refusal: IAM has the last word, and takes it
  const refused = useMemo(() => rejectIdentityPolicy(text), [text])
  const refusal = draft.incomplete ?? refused

  const room = roomInWords(used + countedSize(text), quota)

  const go = (to: number) => {
    onStep()
    setTried(to > 0)
    if (to === 0 || !refusal) setStep(to)
  }

  return (
    <>
      <AppWizard
        place={place}
        activeStepIndex={step}
        isLoadingNextStep={busy}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(backHref)}
        onSubmit={() => {
          if (check()) onSubmit(text)
        }}
        steps={[
          {
            title: titles.specify,
            info: <InfoLink topic="iam.policies" about="policies" />,
            description:
              'Add permissions by selecting services, actions, resources, and conditions. Build permission statements using the JSON editor.',
            content: (
              <PolicyViews
                draft={draft}
                error={tried ? refusal : undefined}
                constraint={room}
                name={name}
                holder={holder}
              >
                <FormField
                  stretch
                  errorText={tried ? refusal : undefined}
                  constraintText={room}
                >
                  <Place id={`${place}.editor`}>
                    <PolicyEditor
                      ariaLabel={word(`${place}.editor`)}
                      value={draft.text}
                      onChange={draft.setText}
                      kind="identity"
                    />
                  </Place>
                </FormField>
              </PolicyViews>
            ),
          },
          {
            title: titles.review,
            description: titles.description,
            content: (
              <SpaceBetween size="l">
                {details}
                <PolicySummary
                  text={text}
                  actions={
                    <Button onClick={() => go(0)} {...placeButton(`${place}.edit`)}>
                      {word(`${place}.edit`)}
                    </Button>
                  }
                />
                <FormError error={error} header={errorHeader} />
              </SpaceBetween>
            ),
          },
        ]}
      />
      <UnsavedChanges when={(draft.text !== props.text || props.dirty) && !busy && !done} />
    </>
  )
}

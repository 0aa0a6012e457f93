import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { tagValueError } from '~/components/tag-fields'
import { DescriptionStep } from './description-step'
import { type Holder, homeOf } from './holder'
import { RetrieveKey } from './retrieve-key'
import { RootKey } from './root-key'
import { UseCaseStep } from './use-case-step'
import { keyProblems, newKeyForm } from './use-cases'
import { useCreateKey } from './use-create-key'

export const AccessKeyWizard = ({ holder }: { holder: Holder }) =>
  holder.name === undefined ? (
    <RootKey holder={holder} />
  ) : (
    <UserKeyWizard holder={holder} />
  )

function UserKeyWizard({ holder }: { holder: Holder }) {
  const navigate = useNavigate()
  const [form, setForm] = useState(newKeyForm)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const create = useCreateKey(holder)
  if (create.data) return <RetrieveKey holder={holder} made={create.data} />

  const problems = keyProblems(form)
  const isBlocked = Boolean(problems.useCase ?? problems.agreed)
  const go = (to: number) => {
    create.reset()
    setTried(true)
    setStep(isBlocked ? 0 : to)
  }
  const submit = () => {
    if (isBlocked) return go(1)
    if (!tagValueError({ key: '', value: form.description }))
      create.mutate(form.description)
  }
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  return (
    <>
      <AppWizard
        place="iam.createAccessKey"
        activeStepIndex={step}
        isLoadingNextStep={create.isPending}
        steps={[
          {
            title: 'Access key best practices & alternatives',
            info: <InfoLink topic="iam.accessKeys" about="access keys" />,
            description:
              'Avoid long-term credentials where you can. Say what the key is for, to see what there is instead.',
            content: (
              <UseCaseStep form={form} onChange={change} problems={tried ? problems : {}} />
            ),
          },
          {
            title: 'Set description tag - optional',
            description:
              'The description is attached to the user as a tag and shown with the access key.',
            content: (
              <>
                <DescriptionStep form={form} onChange={change} onEnter={submit} />
                <FormError error={create.error} header="Failed to create the access key." />
              </>
            ),
          },
        ]}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(homeOf(holder))}
        onSubmit={submit}
      />
      <UnsavedChanges when={form !== newKeyForm && !create.isPending} />
    </>
  )
}

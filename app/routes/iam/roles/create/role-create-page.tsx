import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { LinkNotes } from '~/components/form/link-notes'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { currentCaller, prefetch, useApiMutation } from '~/data/client'
import { policiesQuery } from '~/data/policies'
import { createProgress } from '~/data/progress'
import { useLeave } from '~/lib/leave'
import { Loading } from '~/components/loading'
import { Soon } from '~/components/ui/soon'
import { lazily } from '~/lib/lazily'
import { pb } from '~/lib/path-builder'
import type { RoleStep } from '~/lib/features'
import { feature, word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { beginAt, checks } from './begin'
import { createRoleSteps } from './create-role'
import { prefilled, withTypedAccount } from './prefill'
import type { RoleForm } from './role-form'
import { PermissionsStep } from './steps/permissions-step'
import { ReviewStep } from './steps/review-step'
import { TagsStep } from './steps/tags-step'
import { TrustStep } from './steps/trust-step'
import { useLinked } from './use-linked'

export const clientLoader = () => {
  prefetch(policiesQuery(currentCaller()))
  return null
}

// only older consoles have a step of its own for it
const SummaryStep = lazily(async () => (await import('./steps/summary-step')).SummaryStep)

/** What the last button does; what failed is taken up again where it stopped. */
function useCreateRole(form: RoleForm, account: string, onDone: () => void) {
  const leave = useLeave()
  const [progress] = useState(createProgress)
  const { name } = form.details
  return useApiMutation<void>(
    (client) => progress.run(createRoleSteps(client, form, account)),
    {
      failed: `Failed to create role ${name}.`,
      onSuccess: () => {
        onDone()
        flash({
          type: 'success',
          header: word('iam.roleCreated', { name }),
          ...(feature('roleCreated.viewRole')
            ? { action: { label: 'View role', href: pb.role(name) } }
            : {}),
        })
        leave(pb.roles())
      },
    }
  )
}

const startOf = (search: string, account: string) => {
  const start = prefilled(search, account)
  return feature('createRole.account') === 'typed'
    ? withTypedAccount(start, account)
    : start
}

const problemsIn = (step: RoleStep | undefined, form: RoleForm) =>
  step ? checks[step](form) : {}

/** Another link to the wizard is another form. */
export default function RoleCreatePage() {
  const { search } = useLocation()
  return <RoleWizard key={search} search={search} />
}

function RoleWizard({ search }: { search: string }) {
  const navigate = useNavigate()
  const account = useIdentityStore(activeAccount) ?? ''
  const steps = feature('createRole.steps')
  const [start] = useState(() => startOf(search, account))
  const [first] = useState(() => beginAt(start, steps))
  const [typed, setForm] = useState(start.form)
  const { form, notes } = useLinked(typed, start.form)
  const [step, setStep] = useState(first.step)
  // problems show once somebody has tried to leave a step, and then follow the typing
  const [tried, setTried] = useState(first.tried)
  const [done, setDone] = useState(false)
  const create = useCreateRole(form, account, () => setDone(true))

  const problemsOf = (index: number) => problemsIn(steps[index], form)
  const isFine = (index: number) => Object.keys(problemsOf(index)).length === 0
  const shown = tried === step ? problemsOf(step) : {}

  const go = (to: number) => {
    create.reset()
    // going on is for those whose steps before it hold
    const blocked = Array.from({ length: to }, (_, index) => index).find((i) => !isFine(i))
    setTried(blocked)
    setStep(blocked ?? to)
  }

  const submit = () => {
    const blocked = steps.findIndex((_, index) => !isFine(index))
    if (blocked < 0) return create.mutate()
    setTried(blocked)
    setStep(blocked)
  }

  const given = { form, onChange: setForm, problems: shown, account }
  const tagsTouched = tried === step
  const failure = (
    <FormError
      error={create.error}
      header={`Failed to create role ${form.details.name}.`}
    />
  )
  const contents: Record<RoleStep, () => ReactNode> = {
    trust: () => <TrustStep {...given} />,
    permissions: () => <PermissionsStep {...given} />,
    tags: () => <TagsStep {...given} tagsTouched={tagsTouched} />,
    details: () => (
      <SpaceBetween size="l">
        <ReviewStep {...given} onEdit={setStep} tagsTouched={tagsTouched} />
        {failure}
      </SpaceBetween>
    ),
    review: () => (
      <SpaceBetween size="l">
        <Soon fallback={<Loading what="the review" />}>
          <SummaryStep {...given} />
        </Soon>
        {failure}
      </SpaceBetween>
    ),
  }
  return (
    <>
      <LinkNotes notes={[...start.notes, ...notes]} />
      <AppWizard
        place="iam.createRole"
        activeStepIndex={step}
        isLoadingNextStep={create.isPending}
        nextLabel={feature('createRole.next')[step]}
        steps={steps.map((each, index) => {
          const title = word(`iam.createRole.step.${each}`)
          return {
            title,
            ...(index < 2
              ? { info: <InfoLink topic="iam.trustedEntity" about={title.toLowerCase()} /> }
              : {}),
            content: contents[each](),
          }
        })}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(pb.roles())}
        onSubmit={submit}
      />
      {word('iam.createRole.required') && <Box>{word('iam.createRole.required')}</Box>}
      <UnsavedChanges when={typed !== start.form && !done && !create.isPending} />
    </>
  )
}

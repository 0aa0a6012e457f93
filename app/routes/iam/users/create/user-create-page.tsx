import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { LinkNotes } from '~/components/form/link-notes'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { BoundaryField } from '~/components/policies/boundary-field'
import { currentCaller, prefetch, useApiMutation } from '~/data/client'
import { groupsQuery } from '~/data/groups'
import { createProgress } from '~/data/progress'
import { clock } from '~/lib/clock'
import { useLeave } from '~/lib/leave'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'
import { generatePassword } from '../credentials/password'
import { ChoiceFields } from '../permissions/choice-fields'
import { DetailsStep } from './details-step'
import { PasswordPanel } from './password-panel'
import { prefilledUser } from './prefill'
import { ReviewStep } from './review-step'
import { useLinkedUser } from './use-linked'
import {
  createUserSteps,
  type Problems,
  stepOf,
  type UserForm,
  userProblems,
} from './user-form'

export const clientLoader = () => {
  prefetch(groupsQuery(currentCaller()))
  return null
}

const titles = ['Specify user details', 'Set permissions', 'Review and create']

/** The first step up to `last` that something is wrong with. */
const blockedStep = (problems: Problems, last: number) => {
  const keys: (keyof Problems)[] = ['name', 'password', 'boundary', 'tags']
  const key = keys.find((name) => problems[name] !== undefined && stepOf[name] <= last)
  return key && stepOf[key]
}

function useCreateUser(form: UserForm, onDone: () => void) {
  const leave = useLeave()
  const [progress] = useState(createProgress)
  return useApiMutation<string, string>(
    async (client, password) => {
      await progress.run(await createUserSteps(client, form, password))
      return password
    },
    {
      failed: `Failed to create user ${form.name}.`,
      onSuccess: () => {
        onDone()
        flash({
          type: 'success',
          header: 'User created successfully',
          action: { label: 'View user', href: pb.user(form.name) },
        })
        // with console access the password is still to be shown
        if (!form.console) leave(pb.users())
      },
    }
  )
}

/** Another link to the wizard is another form. */
export default function UserCreatePage() {
  const { search } = useLocation()
  return <UserWizard key={search} search={search} />
}

function UserWizard({ search }: { search: string }) {
  const navigate = useNavigate()
  const [start] = useState(() => prefilledUser(search))
  const [typed, setForm] = useState(start.form)
  const { form, notes } = useLinkedUser(typed, start)
  const [step, setStep] = useState(start.step)
  const [tried, setTried] = useState(start.tried)
  const [done, setDone] = useState(false)
  // the same password for every try: the account may have it already
  const [opened] = useState(clock.now)
  const create = useCreateUser(form, () => setDone(true))
  if (create.data !== undefined && form.console)
    return <PasswordPanel name={form.name} password={create.data} />

  const problems = userProblems(form)
  const go = (to: number) => {
    create.reset()
    const blocked = blockedStep(problems, to - 1)
    setTried(blocked)
    setStep(blocked ?? to)
  }
  const submit = () => {
    const blocked = blockedStep(problems, 2)
    setTried(blocked)
    if (blocked !== undefined) return setStep(blocked)
    const { kind, password } = form.password
    create.mutate(kind === 'auto' ? generatePassword(`${opened} ${form.name}`) : password)
  }
  const given = { form, onChange: setForm, problems: tried === step ? problems : {} }
  const contents = [
    <DetailsStep key="details" {...given} />,
    <SpaceBetween key="permissions" size="l">
      <ChoiceFields
        value={form.choice}
        onChange={(choice) => setForm({ ...form, choice })}
      />
      <BoundaryField
        entity="user"
        value={form.boundary}
        onChange={(boundary) => setForm({ ...form, boundary })}
        {...(given.problems.boundary ? { errorText: given.problems.boundary } : {})}
      />
    </SpaceBetween>,
    <SpaceBetween key="review" size="l">
      <ReviewStep {...given} onEdit={go} />
      <FormError error={create.error} header={`Failed to create user ${form.name}.`} />
    </SpaceBetween>,
  ]
  return (
    <>
      <LinkNotes notes={[...start.notes, ...notes]} />
      <AppWizard
        place="iam.createUser"
        activeStepIndex={step}
        isLoadingNextStep={create.isPending}
        steps={titles.map((title, index) => ({
          title,
          ...(index < 2
            ? { info: <InfoLink topic="iam.users" about={title.toLowerCase()} /> }
            : {}),
          content: contents[index],
        }))}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(pb.users())}
        onSubmit={submit}
      />
      <UnsavedChanges when={typed !== start.form && !done && !create.isPending} />
    </>
  )
}

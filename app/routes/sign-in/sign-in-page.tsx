import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { signIn } from '~/data/identity'
import { departureOf, peopleOf } from '~/data/people'
import type { ScenarioPerson } from '~/data/people'
import { useScenario } from '~/data/scenarios'
import { pb } from '~/lib/path-builder'
import type { Scenario } from '~/scenarios/schema'

import { toInput } from './form'
import type { SignInFields } from './form'
import { PeopleCards } from './people-cards'
import { RootForm } from './root-form'
import { UserForm } from './user-form'

/** Only ways within this console: `//host` and `/\host` would leave it. */
const safeNext = (next: string | null) =>
  next && /^\/(?![/\\])/.test(next) ? next : pb.consoleHome()

const blank: SignInFields = { account: '', userName: '', email: '', password: '' }

const fieldsOf = ({ kind, name, account, accountAlias, password }: ScenarioPerson) =>
  kind === 'root'
    ? { ...blank, email: name, password }
    : { ...blank, account: accountAlias ?? account, userName: name, password }

export default function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const scenario = useScenario()
  const [asRoot, setAsRoot] = useState(false)
  const [fields, setFields] = useState({ ...blank, account: search.get('account') ?? '' })
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: () => navigate(safeNext(search.get('next')), { replace: true }),
  })

  const change = (part: Partial<SignInFields>) => setFields((old) => ({ ...old, ...part }))
  const submit = () => attempt.mutate(toInput(fields, asRoot))
  const changeKind = (root: boolean) => {
    setAsRoot(root)
    attempt.reset()
  }
  const signInAs = (person: ScenarioPerson) => {
    const chosen = fieldsOf(person)
    setFields(chosen)
    setAsRoot(person.kind === 'root')
    attempt.mutate(toInput(chosen, person.kind === 'root'))
  }
  const form = {
    fields,
    change,
    submit,
    busy: attempt.isPending,
    error: attempt.error && <SignInError error={attempt.error} />,
  }

  return (
    <div className="u-sign-in">
      <Container>
        {asRoot ? (
          <RootForm {...form} onUser={() => changeKind(false)} />
        ) : (
          <UserForm {...form} onRoot={() => changeKind(true)} />
        )}
      </Container>
      {scenario && <Cast scenario={scenario} onChoose={signInAs} />}
    </div>
  )
}

type CastProps = { scenario: Scenario; onChoose: (person: ScenarioPerson) => void }

function Cast({ scenario, onChoose }: CastProps) {
  const departure = departureOf(scenario)
  return (
    <section aria-label="Who can sign in here">
      <SpaceBetween size="s">
        <Box variant="h2">Who can sign in here</Box>
        <Box color="text-body-secondary">{scenario.story}</Box>
        {departure && <Alert type="info">{departure}</Alert>}
        <PeopleCards people={peopleOf(scenario)} onChoose={onChoose} />
      </SpaceBetween>
    </section>
  )
}

const SignInError = ({ error }: { error: Error }) => (
  <Alert type="error" header="Authentication failed">
    {error.message}
  </Alert>
)

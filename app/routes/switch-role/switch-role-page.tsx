import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router'
import { FormError } from '~/components/form/form-error'
import { switchRole, type SwitchRoleInput } from '~/data/identity'
import { useOutlived } from '~/data/outlived'
import { departureOf } from '~/scenarios/people'
import { useScenario } from '~/data/scenarios'
import { ButtonRow } from '~/components/ui/button-row'
import { feature, word } from '~/lib/words'
import { Soon } from '~/components/ui/soon'
import { lazily } from '~/lib/lazily'
import { useLeave } from '~/lib/leave'
import { ownPath } from '~/lib/own-path'
import { pb } from '~/lib/path-builder'
import { placeButton, placeInput } from '~/lib/places'
import { useIdentityStore } from '~/stores/identity'
import { ColorField, firstColor } from './color-field'
import { readColor } from './colors'
import { isExplained } from './explained'

const guide =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html'

const Explanation = lazily(async () => (await import('./explanation')).Explanation)

const MAX_DISPLAY_NAME = 64

type Fields = Required<SwitchRoleInput>

/** Only what has to be there; whether it is right is for the switch to say. */
const problemsOf = ({ account, roleName }: Fields) => ({
  account: account.trim() ? undefined : word('switchRole.accountMissing'),
  roleName: roleName.trim() ? undefined : word('switchRole.roleNameMissing'),
})

const fieldsOf = (search: URLSearchParams): Fields => ({
  account: search.get('account') ?? '',
  roleName: search.get('roleName') ?? '',
  displayName: (search.get('displayName') ?? '').slice(0, MAX_DISPLAY_NAME),
  color: search.has('color') ? readColor(search.get('color')) : firstColor(),
})

/** Where the link says, or where one came from, if that is a page of ours. */
function useReturnPath() {
  const { state } = useLocation()
  const [search] = useSearchParams()
  return ownPath(search.get('next')) ?? ownPath(state?.from) ?? pb.consoleHome()
}

export default function SwitchRolePage() {
  const who = useIdentityStore((state) => state.signIn)
  const { pathname, search } = useLocation()
  if (!who) return <Navigate to={pb.signIn({ next: `${pathname}${search}` })} replace />
  return who.kind === 'root' ? <RootCannotSwitch /> : <SwitchRole key={search} />
}

function SwitchRole() {
  const { search } = useLocation()
  const [explains, setExplains] = useState(
    feature('switchRole.explanationFirst') && !isExplained(search)
  )
  return explains ? (
    <Soon fallback={null}>
      <Explanation onDone={() => setExplains(false)} />
    </Soon>
  ) : (
    <SwitchRoleForm />
  )
}

const RootCannotSwitch = () => (
  <Container header={<Header variant="h1">Switch Role</Header>}>
    <Alert type="error" header="The root user cannot switch role">
      Roles may not be assumed by root accounts. Sign in as an IAM user to switch role.
    </Alert>
  </Container>
)

function SwitchRoleForm() {
  const navigate = useNavigate()
  const from = useReturnPath()
  const [search] = useSearchParams()
  const [fields, setFields] = useState(() => fieldsOf(search))
  const [tried, setTried] = useState(false)
  const problems: Partial<ReturnType<typeof problemsOf>> = tried ? problemsOf(fields) : {}
  const change = (part: Partial<Fields>) => setFields({ ...fields, ...part })
  const leave = useLeave()
  const once = useOutlived(`Could not switch to ${fields.roleName}`)
  const attempt = useMutation({
    mutationFn: () =>
      once.follow(() =>
        switchRole({
          ...fields,
          account: fields.account.trim(),
          roleName: fields.roleName.trim(),
        })
      ),
    onSuccess: () => leave(from),
  })
  const begin = once.guard(attempt.mutate)
  const submit = () => {
    setTried(true)
    const { account, roleName } = problemsOf(fields)
    if (!account && !roleName) begin()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!attempt.isPending) submit()
      }}
    >
      <Form
        header={
          <Header
            variant="h1"
            description={
              <>
                {word('switchRole.about')}{' '}
                <Link href={guide} external variant="primary">
                  Learn more
                </Link>
              </>
            }
          >
            {word('switchRole.title')}
          </Header>
        }
        actions={
          <ButtonRow>
            <Button
              variant="link"
              onClick={() => void navigate(from)}
              {...placeButton('switchRole.cancel')}
            >
              Cancel
            </Button>
            <Button
              variant="primary"
              formAction="submit"
              loading={attempt.isPending}
              {...placeButton('switchRole.submit')}
            >
              {word('switchRole.submit')}
            </Button>
          </ButtonRow>
        }
      >
        <SpaceBetween size="l">
          <Container>
            <SpaceBetween size="l">
              <FormField
                label={word('switchRole.account')}
                description="The 12-digit number or the alias of the account that holds the role."
                errorText={problems.account}
              >
                <Input
                  value={fields.account}
                  autoComplete={false}
                  {...placeInput('switchRole.account')}
                  onChange={({ detail }) => change({ account: detail.value })}
                />
              </FormField>
              <FormField
                label={word('switchRole.roleName')}
                description={
                  <>
                    The name at the end of the role&apos;s ARN, with its path: for the ARN{' '}
                    arn:aws:iam::123456789012:role/TestRole it is TestRole.
                  </>
                }
                errorText={problems.roleName}
              >
                <Input
                  value={fields.roleName}
                  autoComplete={false}
                  {...placeInput('switchRole.roleName')}
                  onChange={({ detail }) => change({ roleName: detail.value })}
                />
              </FormField>
              <FormField
                label={word('switchRole.displayName')}
                description="Shown in the navigation bar while the role is active."
              >
                <Input
                  value={fields.displayName}
                  autoComplete={false}
                  placeholder={
                    fields.roleName && fields.account
                      ? `${fields.roleName} @ ${fields.account}`
                      : ''
                  }
                  {...placeInput('switchRole.displayName')}
                  onChange={({ detail }) =>
                    change({ displayName: detail.value.slice(0, MAX_DISPLAY_NAME) })
                  }
                />
              </FormField>
              <ColorField value={fields.color} onChange={(color) => change({ color })} />
            </SpaceBetween>
          </Container>
          {word('switchRole.required') && <Box>{word('switchRole.required')}</Box>}
          <Departure />
          <FormError error={attempt.error} />
        </SpaceBetween>
      </Form>
    </form>
  )
}

/** A scenario that departs from AWS's rule says so where it matters. */
function Departure() {
  const scenario = useScenario()
  const departure = scenario && departureOf(scenario)
  return departure ? (
    <Box color="text-body-secondary" fontSize="body-s">
      {departure}
    </Box>
  ) : null
}

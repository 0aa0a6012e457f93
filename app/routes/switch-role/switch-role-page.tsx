import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Link from '@cloudscape-design/components/link'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router'
import { FormError } from '~/components/form/form-error'
import { ColorSquare } from '~/components/role-color'
import { switchRole, type SwitchRoleInput } from '~/data/identity'
import { useOutlived } from '~/data/outlived'
import { departureOf } from '~/scenarios/people'
import { useScenario } from '~/data/scenarios'
import { Place } from '~/components/ui/place'
import { ButtonRow } from '~/components/ui/button-row'
import { word } from '~/lib/words'
import { useLeave } from '~/lib/leave'
import { ownPath } from '~/lib/own-path'
import { pb } from '~/lib/path-builder'
import { placeButton, placeInput } from '~/lib/places'
import { useIdentityStore } from '~/stores/identity'
import { colors, readColor } from './colors'

const guide =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html'

const colorOptions = [
  { value: '', label: 'None' },
  ...colors.map(({ value, label }) => ({
    value,
    label,
    iconSvg: <ColorSquare color={value} />,
  })),
]

const MAX_DISPLAY_NAME = 64

type Fields = Required<SwitchRoleInput>

/** Only what has to be there; whether it is right is for the switch to say. */
const problemsOf = ({ account, roleName }: Fields) => ({
  account: account.trim() ? undefined : 'Account ID is required.',
  roleName: roleName.trim() ? undefined : 'IAM role name is required.',
})

const fieldsOf = (search: URLSearchParams): Fields => ({
  account: search.get('account') ?? '',
  roleName: search.get('roleName') ?? '',
  displayName: (search.get('displayName') ?? '').slice(0, MAX_DISPLAY_NAME),
  color: readColor(search.get('color')),
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
  return who.kind === 'root' ? <RootCannotSwitch /> : <SwitchRoleForm key={search} />
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
                Work in this or another account with the one sign-in you have. You take on
                the role&apos;s permissions for a while and give up your own; switching back
                restores them.{' '}
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
                label="Display name - optional"
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
              <FormField
                label="Display color - optional"
                description="Shown in the navigation bar while the role is active."
              >
                <Place id="switchRole.color">
                  <Select
                    options={colorOptions}
                    triggerVariant="option"
                    selectedOption={
                      colorOptions.find(({ value }) => value === fields.color) ?? null
                    }
                    onChange={({ detail }) =>
                      change({ color: detail.selectedOption.value ?? '' })
                    }
                  />
                </Place>
              </FormField>
            </SpaceBetween>
          </Container>
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

import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { AppButton } from '~/components/app-link'
import { QueryError } from '~/components/query-error'
import { useAccountSummary } from '~/data/account'
import { useAccessKeys, useMfaDevices } from '~/data/users'
import { pb } from '~/lib/path-builder'
import { useIdentityStore } from '~/stores/identity'
import { ownAdvice, type Advice, rootAdvice } from './advice'

/** About the root user for everybody, and about themselves for whoever is signed in as a user. */
export function Recommendations() {
  const own = useIdentityStore(({ signIn, role }) =>
    signIn?.kind === 'user' && !role ? signIn.name : undefined
  )
  return own === undefined ? <RootOnly /> : <WithOwn name={own} />
}

function RootOnly() {
  const summary = useAccountSummary()
  return (
    <Card
      advice={summary.data ? rootAdvice(summary.data.SummaryMap ?? {}) : []}
      errors={[summary.error]}
      loading={summary.isPending}
    />
  )
}

function WithOwn({ name }: { name: string }) {
  const summary = useAccountSummary()
  const devices = useMfaDevices(name)
  const keys = useAccessKeys(name)
  return (
    <Card
      advice={[
        ...(summary.data ? rootAdvice(summary.data.SummaryMap ?? {}) : []),
        ...ownAdvice(devices.data, keys.data),
      ]}
      errors={[summary.error, devices.error, keys.error]}
      loading={summary.isPending || devices.isPending || keys.isPending}
    />
  )
}

type CardProps = { advice: Advice[]; errors: (Error | null)[]; loading: boolean }

function Card({ advice, errors, loading }: CardProps) {
  const open = advice.filter(({ isDone }) => !isDone).length
  return (
    <Container
      header={
        <Header variant="h2" info={open > 0 && <Badge color="red">{open}</Badge>}>
          Security recommendations
        </Header>
      }
    >
      <SpaceBetween size="m">
        {advice.map(({ text, why, isDone, action }) => (
          <SpaceBetween key={text} direction="horizontal" size="l" alignItems="center">
            <div>
              <StatusIndicator type={isDone ? 'success' : 'warning'}>
                {text}
              </StatusIndicator>
              <Box variant="small" display="block">
                {why}
              </Box>
            </div>
            {action && <AppButton href={pb.securityCredentials()}>{action}</AppButton>}
          </SpaceBetween>
        ))}
        {errors.map(
          (error) =>
            error && <QueryError key={error.message} error={error} what="recommendations" />
        )}
        {loading && <Spinner />}
      </SpaceBetween>
    </Container>
  )
}

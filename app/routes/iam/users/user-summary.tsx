import type { AccessKeyMetadata, User } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Spinner from '@cloudscape-design/components/spinner'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import {
  useAccessKeyLastUsed,
  useAccessKeys,
  useLoginProfile,
  useMfaDevices,
} from '~/data/users'
import { clock } from '~/lib/clock'
import type { UserFact } from '~/lib/features'
import { pb } from '~/lib/path-builder'
import { formatAge, formatDateTime } from '~/lib/text'
import { feature, word } from '~/lib/words'
import { keyStory } from './ages'

type Fact = { label: string; value: ReactNode }

export function UserSummary({ user }: { user: User }) {
  const name = user.UserName ?? ''
  const keys = useAccessKeys(name)
  const create = <AppLink href={pb.userCreateAccessKey(name)}>Create access key</AppLink>
  const [first, second] = keys.data ?? []
  const firstKey = keys.error ? <AccessDeniedCell error={keys.error} /> : <Spinner />
  const facts: Record<UserFact, Fact | never[]> = {
    arn: {
      label: word('iam.user.fact.arn'),
      value: <Copyable text={user.Arn ?? ''} what="ARN" />,
    },
    path: { label: 'Path', value: user.Path },
    access: { label: 'Console access', value: <ConsoleAccess name={name} /> },
    firstKey: {
      label: 'Access key 1',
      value: keys.data ? first ? <Key of={first} /> : create : firstKey,
    },
    created: {
      label: word('iam.user.fact.created'),
      value: formatDateTime(user.CreateDate),
    },
    signIn: { label: 'Last console sign-in', value: <LastSignIn user={user} /> },
    secondKey: first
      ? { label: 'Access key 2', value: second ? <Key of={second} /> : create }
      : [],
  }
  return (
    <Container header={<Header variant="h2">Summary</Header>}>
      <KeyValuePairs
        columns={feature('facts.columns')}
        items={feature('user.facts').flatMap((id) => facts[id])}
      />
    </Container>
  )
}

function ConsoleAccess({ name }: { name: string }) {
  const profile = useLoginProfile(name)
  const mfa = useMfaDevices(name)
  if (profile.error) return <AccessDeniedCell error={profile.error} />
  if (profile.data === undefined) return <Spinner />
  if (profile.data === null) return 'Disabled'
  if (mfa.error) return 'Enabled'
  return mfa.data?.length ? (
    <StatusIndicator type="success">Enabled with MFA</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">Enabled without MFA</StatusIndicator>
  )
}

function LastSignIn({ user }: { user: User }) {
  const profile = useLoginProfile(user.UserName ?? '')
  if (user.PasswordLastUsed) return formatAge(user.PasswordLastUsed, clock.now())
  return profile.data ? 'Never' : '-'
}

function Key({ of: { AccessKeyId = '', Status, CreateDate } }: { of: AccessKeyMetadata }) {
  const used = useAccessKeyLastUsed(AccessKeyId)
  return (
    <>
      {AccessKeyId} - {Status}
      {CreateDate && used.data && (
        <Box variant="small" display="block">
          {keyStory(CreateDate, used.data.AccessKeyLastUsed?.LastUsedDate, clock.now())}
        </Box>
      )}
    </>
  )
}

import type { Role } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { type ReactNode, useState } from 'react'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { trustsAwsPrincipals } from '~/components/trust/trusted-entities'
import { decodeDocument, readDocument } from '~/data/documents'
import { useInstanceProfilesForRole } from '~/data/roles'
import type { RoleFact } from '~/lib/features'
import { placeButton } from '~/lib/places'
import { feature, word } from '~/lib/words'
import { clock } from '~/lib/clock'
import { pb } from '~/lib/path-builder'
import { formatAge, formatDateTime, formatDuration } from '~/lib/text'
import { EditRole } from './edit-role'

/** The address that AWS prints, role first; ours opens the same form. */
const switchLink = (roleName: string, account: string) =>
  `https://signin.aws.amazon.com/switchrole?roleName=${encodeURIComponent(roleName)}&account=${account}`

const pathAndName = ({ Path = '/', RoleName = '' }: Role) => `${Path.slice(1)}${RoleName}`

const accountOfRole = ({ Arn = '' }: Role) => Arn.split(':')[4] ?? ''

type Fact = { label: string; value: ReactNode }

function SwitchLink({ role }: { role: Role }) {
  const roleName = pathAndName(role)
  const account = accountOfRole(role)
  const link = switchLink(roleName, account)
  return (
    <>
      <CopyToClipboard
        variant="icon"
        textToCopy={link}
        copyButtonAriaLabel="Copy switch role link"
        copySuccessText="Link copied"
        copyErrorText="Link failed to copy"
      />{' '}
      <AppLink href={pb.switchRole({ account, roleName })}>{link}</AppLink>
    </>
  )
}

/** Each fact that an edition may show of a role; those that do not hold of this one are left out. */
const facts: Record<RoleFact, (role: Role, profile: string) => Fact | false> = {
  created: ({ CreateDate }) => ({
    label: word('iam.role.fact.created'),
    value: formatDateTime(CreateDate),
  }),
  arn: ({ Arn = '' }) => ({
    label: word('iam.role.fact.arn'),
    value: <Copyable text={Arn} what="ARN" />,
  }),
  description: ({ Description }) => ({
    label: 'Role description',
    value: Description ?? '-',
  }),
  profile: (_, profile) =>
    profile !== '' && {
      label: word('iam.role.fact.profile'),
      value: <Copyable text={profile} what="instance profile ARN" />,
    },
  path: ({ Path = '/' }) => ({ label: 'Path', value: Path }),
  activity: ({ RoleLastUsed }) => ({
    label: word('iam.column.lastActivity'),
    value: formatAge(RoleLastUsed?.LastUsedDate, clock.now()),
  }),
  duration: ({ MaxSessionDuration = 3600 }) => ({
    label: 'Maximum session duration',
    value: formatDuration(MaxSessionDuration),
  }),
  link: (role) =>
    trustsAwsPrincipals(readDocument(decodeDocument(role.AssumeRolePolicyDocument))) && {
      label: word('iam.role.fact.link'),
      value: <SwitchLink role={role} />,
    },
}

export function RoleSummary({ role }: { role: Role }) {
  const [editing, setEditing] = useState(false)
  const profiles = useInstanceProfilesForRole(role.RoleName ?? '')
  const [profile] = profiles.data ?? []
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button onClick={() => setEditing(true)} {...placeButton('iam.role.edit')}>
              Edit
            </Button>
          }
        >
          Summary
        </Header>
      }
    >
      <KeyValuePairs
        columns={feature('facts.columns')}
        items={feature('role.facts').flatMap(
          (id) => facts[id](role, profile?.Arn ?? '') || []
        )}
      />
      {editing && <EditRole role={role} onDismiss={() => setEditing(false)} />}
    </Container>
  )
}

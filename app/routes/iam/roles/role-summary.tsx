import type { Role } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { trustsAwsPrincipals } from '~/components/trust/trusted-entities'
import { decodeDocument, readDocument } from '~/data/documents'
import { useInstanceProfilesForRole } from '~/data/roles'
import { placeButton } from '~/lib/places'
import { clock } from '~/lib/clock'
import { pb } from '~/lib/path-builder'
import { formatAge, formatDateTime, formatDuration } from '~/lib/text'
import { EditRole } from './edit-role'

/** The address that AWS prints, role first; ours opens the same form. */
const switchLink = (roleName: string, account: string) =>
  `https://signin.aws.amazon.com/switchrole?roleName=${encodeURIComponent(roleName)}&account=${account}`

const pathAndName = ({ Path = '/', RoleName = '' }: Role) => `${Path.slice(1)}${RoleName}`

const accountOfRole = ({ Arn = '' }: Role) => Arn.split(':')[4] ?? ''

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

export function RoleSummary({ role }: { role: Role }) {
  const [editing, setEditing] = useState(false)
  const profiles = useInstanceProfilesForRole(role.RoleName ?? '')
  const document = readDocument(decodeDocument(role.AssumeRolePolicyDocument))
  const [profile] = profiles.data ?? []
  const used = role.RoleLastUsed?.LastUsedDate
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
        columns={3}
        items={[
          { label: 'Creation date', value: formatDateTime(role.CreateDate) },
          { label: 'ARN', value: <Copyable text={role.Arn ?? ''} what="ARN" /> },
          ...(trustsAwsPrincipals(document)
            ? [
                {
                  label: 'Link to switch roles in console',
                  value: <SwitchLink role={role} />,
                },
              ]
            : []),
          { label: 'Last activity', value: formatAge(used, clock.now()) },
          {
            label: 'Maximum session duration',
            value: formatDuration(role.MaxSessionDuration ?? 3600),
          },
          ...(profile?.Arn
            ? [
                {
                  label: 'Instance profile ARN',
                  value: <Copyable text={profile.Arn} what="instance profile ARN" />,
                },
              ]
            : []),
        ]}
      />
      {editing && <EditRole role={role} onDismiss={() => setEditing(false)} />}
    </Container>
  )
}

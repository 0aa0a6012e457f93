import type { ServiceSpecificCredential } from '@aws-sdk/client-iam'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { FormError } from '~/components/form/form-error'
import { useApiMutation } from '~/data/client'
import { useServiceCredentials } from '~/data/user-credentials'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import { CredentialTable, statusColumn } from './credential-table'
import { NewSecret } from './new-secret'
import { type ServiceCredential, serviceKind, serviceNameOf } from './service-kind'

const kinds = {
  git: {
    service: 'codecommit.amazonaws.com',
    title: 'HTTPS Git credentials for AWS CodeCommit',
    description:
      'A user name and a password for AWS CodeCommit repositories over HTTPS. A user can have two sets.',
    place: 'iam.user.generateGitCredentials',
  },
  keyspaces: {
    service: 'cassandra.amazonaws.com',
    title: 'Credentials for Amazon Keyspaces (for Apache Cassandra)',
    description:
      'A user name and a password for Amazon Keyspaces, as Cassandra drivers take them. A user can have two sets.',
    place: 'iam.user.generateKeyspacesCredentials',
  },
} as const

const columns = [
  { id: 'name', header: 'User name', isRowHeader: true, cell: serviceNameOf },
  {
    id: 'created',
    header: 'Created',
    cell: ({ CreateDate }: ServiceCredential) => formatAge(CreateDate, clock.now()),
  },
  statusColumn<ServiceCredential>(),
]

type Props = { name: string; kind: keyof typeof kinds }

export function ServicePasswords({ name: UserName, kind }: Props) {
  const { service, title, description, place } = kinds[kind]
  const answer = useServiceCredentials(UserName, service)
  const make = useApiMutation<
    ServiceCredential | undefined,
    ServiceSpecificCredential | undefined
  >(async ({ iam }, old) => {
    const { ServiceSpecificCredential: made } = old
      ? await iam.resetServiceSpecificCredential({
          UserName,
          ServiceSpecificCredentialId: old.ServiceSpecificCredentialId,
        })
      : await iam.createServiceSpecificCredential({ UserName, ServiceName: service })
    return made
  })
  return (
    <SpaceBetween size="s">
      <CredentialTable
        title={title}
        description={description}
        many="credentials"
        answer={answer}
        columns={columns}
        kind={serviceKind(UserName, 'credential')}
        place={place}
        label="Generate credentials"
        limit={2}
        onNew={() => make.mutate(undefined)}
        onReset={(item) => make.mutate(item)}
      />
      <FormError error={make.error} header="Failed to generate credentials." />
      {make.data && (
        <NewSecret
          header={make.variables ? 'Reset password' : 'Generate credentials'}
          made={make.data}
          onDone={make.reset}
        />
      )}
    </SpaceBetween>
  )
}

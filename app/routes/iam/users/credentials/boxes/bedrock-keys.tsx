import type { ServiceSpecificCredential } from '@aws-sdk/client-iam'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { useApiMutation } from '~/data/client'
import { useServiceCredentials } from '~/data/user-credentials'
import { clock } from '~/lib/clock'
import { formatAge, formatDateTime } from '~/lib/text'
import { CredentialTable, statusColumn } from './credential-table'
import { NewSecret } from './new-secret'
import { type ServiceCredential, serviceKind, serviceNameOf } from './service-kind'

const SERVICE = 'bedrock.amazonaws.com'

const columns = [
  { id: 'name', header: 'API key name', isRowHeader: true, cell: serviceNameOf },
  {
    id: 'created',
    header: 'Created',
    cell: ({ CreateDate }: ServiceCredential) => formatAge(CreateDate, clock.now()),
  },
  {
    id: 'expires',
    header: 'Expires',
    cell: ({ ExpirationDate }: ServiceCredential) =>
      ExpirationDate ? formatDateTime(ExpirationDate) : 'Never',
  },
  statusColumn<ServiceCredential>(),
]

export function BedrockKeys({ name }: { name: string }) {
  const answer = useServiceCredentials(name, SERVICE)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <CredentialTable
        title="API keys for Amazon Bedrock"
        description="Long-term keys for calls to Amazon Bedrock, to try it out. A user can have two."
        many="API keys"
        answer={answer}
        columns={columns}
        kind={serviceKind(name, 'API key')}
        place="iam.user.generateBedrockKey"
        limit={2}
        onNew={() => setAdding(true)}
      />
      {adding && <GenerateKey name={name} onDone={() => setAdding(false)} />}
    </>
  )
}

const ages = [
  { value: '1', label: '1 day' },
  { value: '5', label: '5 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '365 days' },
  { value: '', label: 'Never expires' },
]

const [, , usual] = ages

function GenerateKey({ name: UserName, onDone }: { name: string; onDone: () => void }) {
  const [age, setAge] = useState(usual)
  const make = useApiMutation<void, ServiceSpecificCredential | undefined>(
    async ({ iam }) => {
      const { ServiceSpecificCredential: made } = await iam.createServiceSpecificCredential(
        {
          UserName,
          ServiceName: SERVICE,
          ...(age?.value ? { CredentialAgeDays: Number(age.value) } : {}),
        }
      )
      return made
    }
  )
  if (make.data)
    return <NewSecret header="Generate API Key" made={make.data} onDone={onDone} />
  return (
    <FormModal
      header="Generate API Key"
      submitLabel="Generate API Key"
      onDismiss={onDone}
      onSubmit={() => make.mutate()}
      busy={make.isPending}
      error={make.error}
      errorHeader="Failed to generate the API key."
    >
      <FormField label="API key expiration">
        <Select
          selectedOption={age ?? null}
          options={ages}
          onChange={({ detail }) =>
            setAge(ages.find(({ value }) => value === detail.selectedOption.value))
          }
        />
      </FormField>
    </FormModal>
  )
}

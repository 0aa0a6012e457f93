import type { Policy, User } from '@aws-sdk/client-iam'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { PolicyTable } from '~/components/policies/policy-table'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { useLeave } from '~/lib/leave'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { flash } from '~/stores/flash'
import { groupNameProblem } from '~/components/groups/group-name'
import { UserPicker } from './user-picker'

export default function GroupCreatePage() {
  const leave = useLeave()
  const [progress] = useState(createProgress)
  const [search] = useSearchParams()
  const linked = search.get('groupName') ?? ''
  const [name, setName] = useState(linked)
  const [users, setUsers] = useState<User[]>([])
  const [policies, setPolicies] = useState<Policy[]>([])
  const [tried, setTried] = useState(false)
  const create = useApiMutation<void>(
    ({ iam }) =>
      progress.run([
        {
          what: `Create user group ${name}`,
          call: () => iam.createGroup({ GroupName: name }),
        },
        ...users.map(({ UserName }) => ({
          what: `Add user ${UserName}`,
          of: name,
          call: () => iam.addUserToGroup({ GroupName: name, UserName }),
        })),
        ...policies.map(({ PolicyName, Arn }) => ({
          what: `Attach policy ${PolicyName}`,
          of: [name, Arn],
          call: () => iam.attachGroupPolicy({ GroupName: name, PolicyArn: Arn }),
        })),
      ]),
    {
      failed: `Failed to create user group ${name}.`,
      onSuccess: () => {
        flash({
          type: 'success',
          header: `${name} user group created.`,
          action: { label: 'View group', href: pb.group(name) },
        })
        leave(pb.groups())
      },
    }
  )
  const isDirty = name !== linked || users.length > 0 || policies.length > 0
  return (
    <FormPage
      title="Create user group"
      info={<InfoLink topic="iam.groups" about="user groups" />}
      submitLabel="Create user group"
      cancelHref={pb.groups()}
      place="iam.createGroup.submit"
      cancelPlace="iam.createGroup.cancel"
      onSubmit={() => {
        setTried(true)
        if (!groupNameProblem(name)) create.mutate()
      }}
      busy={create.isPending}
      error={create.error}
      errorHeader={`Failed to create user group ${name}.`}
      dirty={isDirty && !create.isSuccess}
    >
      <Container header={<Header variant="h2">Name the group</Header>}>
        <FormField
          label="User group name"
          description="Enter a meaningful name to identify this group."
          constraintText="Maximum 128 characters. Use alphanumeric and '+=,.@-_' characters."
          errorText={tried ? groupNameProblem(name) : undefined}
        >
          <Input
            value={name}
            autoComplete={false}
            {...placeInput('iam.createGroup.name')}
            onChange={({ detail }) => setName(detail.value)}
          />
        </FormField>
      </Container>
      <UserPicker
        title="Add users to the group - Optional"
        selected={users}
        onChange={setUsers}
      />
      <PolicyTable
        title="Attach permissions policies - Optional"
        description="You can attach up to 10 policies to this user group. All the users in the group have the permissions that they define."
        selection={{ type: 'multi', selected: policies, onChange: setPolicies }}
      />
    </FormPage>
  )
}

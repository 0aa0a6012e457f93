import SpaceBetween from '@cloudscape-design/components/space-between'
import { AppLink } from '~/components/app-link'
import { BoundaryPanel } from '~/components/policies/boundary-panel'
import { HeldPolicies } from '~/components/policies/held-policies'
import type { HeldPolicy } from '~/components/policies/held-policy'
import type { DataColumn } from '~/components/table/data-table'
import type { AwsClient } from '~/engine'
import { pb } from '~/lib/path-builder'
import type { UserTabProps } from './tab'
import { useHeldPolicies } from './use-held-policies'

const viaColumn: DataColumn<HeldPolicy> = {
  id: 'via',
  header: 'Attached via',
  sortingField: 'via',
  cell: ({ via, group }) =>
    group ? <AppLink href={pb.group(group)}>{`Group ${group}`}</AppLink> : via,
}

/** A policy of a group is removed by leaving the group. */
async function removePolicy({ iam }: AwsClient, UserName: string, policy: HeldPolicy) {
  const { name, arn, group } = policy
  if (group) await iam.removeUserFromGroup({ UserName, GroupName: group })
  else if (arn) await iam.detachUserPolicy({ UserName, PolicyArn: arn })
  else await iam.deleteUserPolicy({ UserName, PolicyName: name })
}

export function PermissionsTab({ name, user }: UserTabProps) {
  const held = useHeldPolicies(name)
  return (
    <SpaceBetween size="l">
      <HeldPolicies
        {...held}
        entity="user"
        holder={`user ${name}`}
        description="Permissions are defined by policies attached to the user directly or through groups."
        readInline={({ iam }, policy) =>
          policy.group
            ? iam.getGroupPolicy({ GroupName: policy.group, PolicyName: policy.name })
            : iam.getUserPolicy({ UserName: name, PolicyName: policy.name })
        }
        extraColumn={viaColumn}
        place="iam.user"
        attachHref={pb.userAddPermissions(name)}
        attachLabel="Add permissions"
        inlineHref={pb.userCreatePolicy(name)}
        editInlineHref={(policy) => pb.userEditPolicy(name, policy)}
        simulateHref={pb.policySimulator({ user: name })}
        remove={(client, policy) => removePolicy(client, name, policy)}
      />
      {user && (
        <BoundaryPanel
          entity={`user ${name}`}
          boundary={user.PermissionsBoundary?.PermissionsBoundaryArn}
          set={({ iam }, arn) =>
            iam.putUserPermissionsBoundary({ UserName: name, PermissionsBoundary: arn })
          }
          clear={({ iam }) => iam.deleteUserPermissionsBoundary({ UserName: name })}
        />
      )}
    </SpaceBetween>
  )
}

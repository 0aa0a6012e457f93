import SpaceBetween from '@cloudscape-design/components/space-between'
import { AttachedEntities } from '~/components/policies/attached-entities'
import { BoundaryPanel } from '~/components/policies/boundary-panel'
import { HeldPolicies } from '~/components/policies/held-policies'
import type { HeldPolicy } from '~/components/policies/held-policy'
import { useAttachedRolePolicies, useRolePolicyNames } from '~/data/roles'
import { policyType } from '~/data/policies'
import { pb } from '~/lib/path-builder'
import type { DataColumn } from '~/components/table/data-table'
import type { RoleTabProps } from './tab'

const entitiesColumn: DataColumn<HeldPolicy> = {
  id: 'entities',
  header: 'Attached entities',
  cell: ({ arn }) => (arn ? <AttachedEntities arn={arn} /> : '0'),
}

/** One question for what is attached and one for what is inline; either may be refused. */
function useHeldPolicies(name: string) {
  const attached = useAttachedRolePolicies(name)
  const inline = useRolePolicyNames(name)
  const policies: HeldPolicy[] = [
    ...(attached.data ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
      name: PolicyName,
      arn: PolicyArn,
      type: policyType(PolicyArn),
    })),
    ...(inline.data ?? []).map((policy) => ({ name: policy, type: 'Customer inline' })),
  ]
  const isPending = attached.isPending || inline.isPending
  const errors = [attached.error, inline.error].flatMap((error) => error ?? [])
  const refetch = () => Promise.all([attached.refetch(), inline.refetch()])
  return { policies, isPending, errors, refetch }
}

export function PermissionsTab({ name, role }: RoleTabProps) {
  const held = useHeldPolicies(name)
  return (
    <SpaceBetween size="l">
      <HeldPolicies
        {...held}
        entity="role"
        holder={`role ${name}`}
        readInline={({ iam }, policy) =>
          iam.getRolePolicy({ RoleName: name, PolicyName: policy.name })
        }
        extraColumn={entitiesColumn}
        attachHref={pb.roleAttachPolicies(name)}
        editInlineHref={(policy) => pb.roleEditPolicy(name, policy)}
        place="iam.role"
        attachLabel="Attach policies"
        inlineHref={pb.roleCreatePolicy(name)}
        simulateHref={pb.policySimulator({ role: name })}
        remove={async ({ iam }, policy) => {
          const RoleName = name
          if (policy.arn) await iam.detachRolePolicy({ RoleName, PolicyArn: policy.arn })
          else await iam.deleteRolePolicy({ RoleName, PolicyName: policy.name })
        }}
      />
      {role && (
        <BoundaryPanel
          entity={`role ${name}`}
          boundary={role.PermissionsBoundary?.PermissionsBoundaryArn}
          set={({ iam }, arn) =>
            iam.putRolePermissionsBoundary({ RoleName: name, PermissionsBoundary: arn })
          }
          clear={({ iam }) => iam.deleteRolePermissionsBoundary({ RoleName: name })}
        />
      )}
    </SpaceBetween>
  )
}

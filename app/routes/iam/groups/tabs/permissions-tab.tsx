import { AttachedEntities } from '~/components/policies/attached-entities'
import { HeldPolicies } from '~/components/policies/held-policies'
import type { HeldPolicy } from '~/components/policies/held-policy'
import type { DataColumn } from '~/components/table/data-table'
import { useAttachedGroupPolicies, useGroupPolicyNames } from '~/data/groups'
import { policyType } from '~/data/policies'
import { pb } from '~/lib/path-builder'

const entitiesColumn: DataColumn<HeldPolicy> = {
  id: 'entities',
  header: 'Attached entities',
  cell: ({ arn }) => (arn ? <AttachedEntities arn={arn} /> : '0'),
}

/** One question for what is attached and one for what is inline; either may be refused. */
function useHeldPolicies(name: string) {
  const attached = useAttachedGroupPolicies(name)
  const inline = useGroupPolicyNames(name)
  const policies: HeldPolicy[] = [
    ...(attached.data ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
      name: PolicyName,
      arn: PolicyArn,
      type: policyType(PolicyArn),
    })),
    ...(inline.data ?? []).map((policy) => ({ name: policy, type: 'Customer inline' })),
  ]
  return {
    policies,
    isPending: attached.isPending || inline.isPending,
    errors: [attached.error, inline.error].flatMap((error) => error ?? []),
    refetch: () => Promise.all([attached.refetch(), inline.refetch()]),
  }
}

export const PermissionsTab = ({ name }: { name: string }) => (
  <HeldPolicies
    {...useHeldPolicies(name)}
    entity="group"
    holder={`group ${name}`}
    readInline={({ iam }, policy) =>
      iam.getGroupPolicy({ GroupName: name, PolicyName: policy.name })
    }
    extraColumn={entitiesColumn}
    place="iam.group"
    attachHref={pb.groupAttachPolicies(name)}
    editInlineHref={(policy) => pb.groupEditPolicy(name, policy)}
    attachLabel="Attach policies"
    inlineHref={pb.groupCreatePolicy(name)}
    simulateHref={pb.policySimulator({ group: name })}
    remove={async ({ iam }, policy) => {
      const GroupName = name
      if (policy.arn) await iam.detachGroupPolicy({ GroupName, PolicyArn: policy.arn })
      else await iam.deleteGroupPolicy({ GroupName, PolicyName: policy.name })
    }}
  />
)

import { useOrganizationTree } from '~/data/organization'
import { usePolicyId } from '~/lib/params'
import { OrganizationPolicy } from './organization-policy'
import { ServiceReport } from './service-report'

export default function ServiceControlPolicyPage() {
  const policyId = usePolicyId()
  const tree = useOrganizationTree()
  return (
    <OrganizationPolicy policyId={policyId} topic="iam.serviceControlPolicies">
      <ServiceReport
        title="Services allowed by this policy"
        description="When anybody in the organization used each of them last. Calls that were refused count as well."
        path={tree.data?.[0]?.path}
        policyId={policyId}
        error={tree.error}
      />
    </OrganizationPolicy>
  )
}

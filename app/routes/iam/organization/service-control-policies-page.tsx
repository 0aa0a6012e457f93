import { currentCaller, prefetch } from '~/data/client'
import { organizationPoliciesQuery } from '~/data/organization'
import { pb } from '~/lib/path-builder'
import { OrganizationPolicies } from './organization-policies'

const TYPE = 'SERVICE_CONTROL_POLICY'

export const clientLoader = () => {
  prefetch(organizationPoliciesQuery(currentCaller(), TYPE))
  return null
}

export default function ServiceControlPoliciesPage() {
  return (
    <OrganizationPolicies
      type={TYPE}
      title="Service control policies"
      topic="iam.serviceControlPolicies"
      place="iam.serviceControlPolicies"
      description="The most that users and roles in the accounts of the organization can be allowed."
      hrefOf={pb.serviceControlPolicy}
    />
  )
}

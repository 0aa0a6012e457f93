import { currentCaller, prefetch } from '~/data/client'
import { organizationPoliciesQuery } from '~/data/organization'
import { pb } from '~/lib/path-builder'
import { OrganizationPolicies } from './organization-policies'

const TYPE = 'RESOURCE_CONTROL_POLICY'

export const clientLoader = () => {
  prefetch(organizationPoliciesQuery(currentCaller(), TYPE))
  return null
}

export default function ResourceControlPoliciesPage() {
  return (
    <OrganizationPolicies
      type={TYPE}
      title="Resource control policies"
      topic="iam.resourceControlPolicies"
      place="iam.resourceControlPolicies"
      description="The most that anybody can be allowed on resources in the accounts of the organization."
      hrefOf={pb.resourceControlPolicy}
    />
  )
}

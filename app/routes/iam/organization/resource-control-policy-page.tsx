import { usePolicyId } from '~/lib/params'
import { OrganizationPolicy } from './organization-policy'

export default function ResourceControlPolicyPage() {
  return <OrganizationPolicy policyId={usePolicyId()} topic="iam.resourceControlPolicies" />
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { AppLink } from '~/components/app-link'
import type { Finding } from './finding-details'
import { resourceHref, resourceText } from './finding-text'

const removals: Partial<Record<NonNullable<Finding['findingType']>, string>> = {
  ExternalAccess: 'change the policy of',
  UnusedIAMRole: 'delete, after you have made sure that nothing needs it,',
  UnusedIAMUserAccessKey: 'deactivate or delete the access key of',
  UnusedIAMUserPassword: 'turn off console access of',
  UnusedPermission: 'narrow the policies of',
}

/** What there is to do about a finding, in the order in which one would think of it. */
export function NextSteps({ finding }: { finding: Finding }) {
  const { resource, findingType, status } = finding
  if (status === 'RESOLVED') return null
  const remove = (findingType && removals[findingType]) ?? 'change'
  return (
    <Container header={<Header variant="h2">Next steps</Header>}>
      <ul className="u-list">
        <li>
          If the access is intended, archive the finding. It is then no longer among the
          active ones.
        </li>
        <li>
          If it is not, {remove}{' '}
          <AppLink href={resourceHref(resource)}>{resourceText(resource)}</AppLink>. The
          finding is resolved by that.
        </li>
      </ul>
    </Container>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Link from '@cloudscape-design/components/link'
import { QueryError } from '~/components/query-error'
import { isServiceError } from '~/engine/errors'

type Props = { error: Error | null; retry?: () => unknown; what: string }

const learnMore =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_introduction.html'

const outside = new Set([
  'AWSOrganizationsNotInUseException',
  'OrganizationNotFoundException',
])

const notManaging = new Set([
  'AccessDeniedException',
  'AccountNotManagementOrDelegatedAdministratorException',
])

/** That there is no organization, or that another account manages it, is no failure. */
export function OrganizationError({ error, retry, what }: Props) {
  if (!error) return null
  const code = isServiceError(error) ? error.code : ''
  if (outside.has(code)) {
    return (
      <Alert type="info" header="Your account is not a member of an organization">
        This page needs an organization in AWS Organizations.{' '}
        <Link href={learnMore} external variant="primary">
          Learn more about AWS Organizations.
        </Link>
      </Alert>
    )
  }
  if (notManaging.has(code)) {
    return (
      <Alert
        type="warning"
        header="Your account is not the management account of its organization"
      >
        {error.message} Sign in to the management account or a delegated administrator
        account to see this page.
      </Alert>
    )
  }
  return <QueryError error={error} what={what} {...(retry ? { retry } : {})} />
}

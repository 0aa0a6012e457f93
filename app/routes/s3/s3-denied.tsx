import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { isAccessDenied } from '~/components/access-denied'
import { WhyButton } from '~/components/explain/why-button'
import { QueryError } from '~/components/query-error'

const accessManagement =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-iam.html'

type Props = {
  error: Error
  /** What could not be done, in S3's words. */
  header: string
  action: string
  /** What was asked for: `buckets`. */
  what: string
  retry: () => unknown
}

/** S3 words its refusals in its own way. */
export function S3Denied({ error, header, action, what, retry }: Props) {
  if (!isAccessDenied(error)) return <QueryError error={error} retry={retry} what={what} />
  return (
    <Alert type="error" header={header} action={<WhyButton decision={error.decision} />}>
      <SpaceBetween size="xs">
        <span>
          After you or your AWS administrator has updated your permissions to allow the{' '}
          {action} action, refresh this page.{' '}
          <Link href={accessManagement} external variant="primary">
            Learn more about Identity and access management in Amazon S3
          </Link>
        </span>
        <ExpandableSection headerText="API response" variant="footer">
          {error.message}
        </ExpandableSection>
      </SpaceBetween>
    </Alert>
  )
}

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Spinner from '@cloudscape-design/components/spinner'
import { AppLink } from '~/components/app-link'
import { QueryError } from '~/components/query-error'
import { useAccountSummary } from '~/data/account'
import { pb } from '~/lib/path-builder'

const counts = [
  { label: 'User groups', key: 'Groups', href: pb.groups() },
  { label: 'Users', key: 'Users', href: pb.users() },
  { label: 'Roles', key: 'Roles', href: pb.roles() },
  { label: 'Policies', key: 'Policies', href: pb.policies() },
  { label: 'Identity providers', key: 'Providers', href: pb.identityProviders() },
]

export function Resources() {
  const summary = useAccountSummary()
  const map: Record<string, number> | undefined = summary.data?.SummaryMap
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Resources in this AWS Account"
          actions={
            <Button
              iconName="refresh"
              ariaLabel="Refresh IAM resources"
              loading={summary.isFetching}
              onClick={() => void summary.refetch()}
            />
          }
        >
          IAM resources
        </Header>
      }
    >
      <QueryError error={summary.error} retry={summary.refetch} what="IAM resources" />
      {summary.isPending && <Spinner />}
      {map && (
        <KeyValuePairs
          columns={3}
          minColumnWidth={120}
          items={counts.map(({ label, key, href }) => ({
            label,
            value: (
              <Box variant="awsui-value-large">
                <AppLink
                  href={href}
                  fontSize="inherit"
                  ariaLabel={`${label}: ${map[key] ?? 0}`}
                >
                  {map[key] ?? 0}
                </AppLink>
              </Box>
            ),
          }))}
        />
      )}
    </Container>
  )
}

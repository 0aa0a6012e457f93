import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { AppButton } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { usePasswordPolicy } from '~/data/account-settings'
import { pb } from '~/lib/path-builder'
import { rulesOf } from './password-policy-form'

export function PasswordPolicyCard() {
  const { data, error, refetch } = usePasswordPolicy()
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<InfoLink topic="iam.passwordPolicy" about="the password policy" />}
          description="Configure the password requirements for the IAM users."
          actions={
            <AppButton
              href={pb.passwordPolicyEdit()}
              place="iam.accountSettings.editPasswordPolicy"
            />
          }
        >
          Password policy
        </Header>
      }
    >
      {error && <QueryError error={error} retry={refetch} what="the password policy" />}
      {!error && data === undefined && <Spinner />}
      {data !== undefined && (
        <SpaceBetween size="xs">
          <span>
            This AWS account uses the following {data ? 'custom' : 'default'} password
            policy:
          </span>
          <ul className="u-list">
            {rulesOf(data).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </SpaceBetween>
      )}
    </Container>
  )
}

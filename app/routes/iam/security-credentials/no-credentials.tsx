import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { useIdentityStore } from '~/stores/identity'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html */
export function NoCredentials() {
  const role = useIdentityStore((state) => state.role)
  const back = useIdentityStore((state) => state.signIn?.name)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="My security credentials"
        info={
          <InfoLink topic="iam.securityCredentials" about="your security credentials" />
        }
      />
      <Alert type="info" header="A role session has no security credentials of its own">
        <SpaceBetween size="xs">
          <span>
            You act as the role <b>{role?.roleName}</b>, with temporary credentials that end
            with the session. Passwords, MFA devices and access keys belong to IAM users and
            to the root user.
          </span>
          <Box>
            Switch back in the account menu to manage the credentials of <b>{back}</b>.
          </Box>
        </SpaceBetween>
      </Alert>
    </SpaceBetween>
  )
}

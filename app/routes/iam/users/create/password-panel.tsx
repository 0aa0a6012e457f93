import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AppButton } from '~/components/app-link'
import { PageHeader } from '~/components/page-header'
import { pb } from '~/lib/path-builder'
import { SignInDetails } from '../credentials/sign-in-details'

type Props = { name: string; password: string }

/** The wizard's last word, when the user can sign in. */
export const PasswordPanel = ({ name, password }: Props) => (
  <SpaceBetween size="l">
    <PageHeader
      title="Retrieve password"
      description="View and download the user's password now, or hand on the sign-in instructions. This is the only time that the password can be viewed."
      actions={
        <AppButton href={pb.users()} variant="primary">
          Return to users list
        </AppButton>
      }
    />
    <Container header={<Header variant="h2">Console sign-in details</Header>}>
      <SignInDetails userName={name} password={password} />
    </Container>
  </SpaceBetween>
)

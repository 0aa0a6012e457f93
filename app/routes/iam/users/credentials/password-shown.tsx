import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { SignInDetails } from './sign-in-details'

const done = {
  enable: 'You have successfully enabled console access for the user.',
  reset: "You have successfully set the user's new password.",
}

export type PasswordMode = keyof typeof done

type Props = { name: string; mode: PasswordMode; password: string; onDone: () => void }

export const PasswordShown = ({ name, mode, password, onDone }: Props) => (
  <Modal
    visible
    header="Console password"
    closeAriaLabel="Close"
    onDismiss={onDone}
    footer={
      <Box float="right">
        <Button variant="primary" onClick={onDone}>
          Close
        </Button>
      </Box>
    }
  >
    <SpaceBetween size="m">
      <Box>{done[mode]} This is the only time that the password can be viewed.</Box>
      <SignInDetails userName={name} password={password} />
    </SpaceBetween>
  </Modal>
)

import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { word } from '~/lib/words'
import { setExplained } from './explained'

type Props = { onDone: () => void }

/** What switching is, before the form shows for the first time. */
export const Explanation = ({ onDone }: Props) => (
  <Container header={<Header variant="h1">{word('switchRole.title')}</Header>}>
    <SpaceBetween size="l">
      <Box>{word('switchRole.about')}</Box>
      <ol className="u-list">
        <li>An administrator makes a role and says whom it trusts.</li>
        <li>You are given the account and the name of the role, and enter them here.</li>
        <li>
          You act as the role, and go back to yourself by the menu in the navigation bar.
        </li>
      </ol>
      <Button
        variant="primary"
        onClick={() => {
          setExplained()
          onDone()
        }}
      >
        {word('switchRole.submit')}
      </Button>
    </SpaceBetween>
  </Container>
)

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { AppLink } from '~/components/app-link'
import { pb } from '~/lib/path-builder'

export function LastAccessedTab() {
  return (
    <Container header={<Header variant="h2">Allowed services</Header>}>
      Understudy has no last accessed information by service yet. Every call, with who made
      it and what came of it, is in the <AppLink href={pb.events()}>event history</AppLink>.
    </Container>
  )
}

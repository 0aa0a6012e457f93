import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Box from '@cloudscape-design/components/box'
import { AppLink } from '~/components/app-link'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'

export const QuickLinks = () => (
  <Container header={<Header variant="h2">Quick Links</Header>}>
    <AppLink href={pb.securityCredentials()} variant="primary">
      My security credentials
    </AppLink>
    <Box color="text-body-secondary">
      Manage your access keys, multi-factor authentication (MFA) and other credentials.
    </Box>
  </Container>
)

export const Tools = () => (
  <Container header={<Header variant="h2">Tools</Header>}>
    <AppLink
      href={pb.policySimulator()}
      variant="primary"
      place="iam.dashboard.policySimulator"
    >
      {word('iam.dashboard.policySimulator')}
    </AppLink>
    <Box color="text-body-secondary">
      Test what policies do to actions, before anybody depends on them.
    </Box>
    <AppLink href={pb.whoCanAssume()} variant="primary">
      Who can assume what
    </AppLink>
    <Box color="text-body-secondary">
      See every principal that gets into a role, and why.
    </Box>
  </Container>
)

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

const links = [
  { text: 'Security best practices in IAM', href: `${guide}/best-practices.html` },
  { text: 'IAM documentation', href: `${guide}/introduction.html` },
  {
    text: 'How policies are evaluated',
    href: `${guide}/reference_policies_evaluation-logic.html`,
  },
]

export const AdditionalInformation = () => (
  <Container header={<Header variant="h2">Additional information</Header>}>
    <SpaceBetween size="xs">
      {links.map(({ text, href }) => (
        <Link key={href} href={href} external variant="primary">
          {text}
        </Link>
      ))}
    </SpaceBetween>
  </Container>
)

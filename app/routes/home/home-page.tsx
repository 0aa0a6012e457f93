import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Grid from '@cloudscape-design/components/grid'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Link } from 'react-router'

import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { ServiceIcon } from '~/components/top-bar/services-menu'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'
import { serviceById, services } from '~/lib/services'
import type { ConsoleService } from '~/lib/services'
import { formatAccountId } from '~/lib/text'
import { activeAccount, activeArn, useIdentityStore } from '~/stores/identity'
import { usePreferencesStore } from '~/stores/preferences'

const halves = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]

export default function HomePage() {
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Console Home"
        info={<InfoLink topic="home" about="Console Home" />}
      />
      <Grid gridDefinition={halves}>
        <RecentlyVisited />
        <WhoYouAre />
      </Grid>
      <Welcome />
    </SpaceBetween>
  )
}

function RecentlyVisited() {
  const visited = usePreferencesStore((state) => state.visited)
  const known = visited.flatMap((id) => serviceById(id) ?? [])
  return (
    <Container fitHeight header={<Header variant="h2">Recently visited</Header>}>
      {known.length === 0 ? (
        <SpaceBetween size="s">
          <Box color="text-body-secondary">
            No recently visited services. Start with one of these:
          </Box>
          <ServiceList services={services} />
        </SpaceBetween>
      ) : (
        <ServiceList services={known} />
      )}
    </Container>
  )
}

const ServiceList = ({ services: listed }: { services: ConsoleService[] }) => (
  <ul className="u-service-list">
    {listed.map(({ id, name, description, href }) => (
      <li key={id}>
        <Link to={href} className="u-service">
          <ServiceIcon id={id} />
          <span>
            <strong>{name}</strong>
            <small>{description}</small>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)

function WhoYouAre() {
  const identity = useIdentityStore()
  const { role, signIn } = identity
  const account = activeAccount(identity) ?? ''
  const arn = activeArn(identity) ?? ''
  return (
    <Container fitHeight header={<Header variant="h2">Your session</Header>}>
      <KeyValuePairs
        columns={1}
        items={[
          {
            label: role ? 'Currently active as' : 'Signed in as',
            value: role?.displayName ?? signIn?.name,
          },
          {
            label: 'Account ID',
            value: (
              <Copyable
                text={account}
                display={formatAccountId(account)}
                what="Account ID"
              />
            ),
          },
          { label: 'ARN', value: <Copyable text={arn} what="ARN" /> },
        ]}
      />
    </Container>
  )
}

const Welcome = () => (
  <Container header={<Header variant="h2">Welcome</Header>}>
    <SpaceBetween size="s">
      <Box>
        This console looks and behaves like the one you know, and its answers come from an
        engine that decides every call as IAM would. Nothing leaves your browser.
      </Box>
      <SpaceBetween direction="horizontal" size="l">
        <AppLink href={pb.roles()} place="home.roles">
          {word('home.roles')}
        </AppLink>
        <AppLink href={pb.switchRole()} place="home.switchRole">
          {word('home.switchRole')}
        </AppLink>
        <AppLink href={pb.buckets()} place="home.buckets">
          {word('home.buckets')}
        </AppLink>
        <AppLink href={pb.events()} place="home.events">
          {word('home.events')}
        </AppLink>
      </SpaceBetween>
    </SpaceBetween>
  </Container>
)

import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { HelpTopic } from '~/components/help/topics'
import { AppButton } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { EmptyState } from '~/components/table/empty-state'
import { pb } from '~/lib/path-builder'
import type { PlaceId } from '~/lib/places'

type Props = {
  title: string
  topic: HelpTopic
  /** Which findings there could be. */
  of: 'external' | 'unused'
  place: PlaceId
}

const words = {
  external: {
    title: 'No analyzer for external access',
    text: 'Create an analyzer to find the roles and buckets that somebody outside of your zone of trust can reach.',
    type: 'ACCOUNT',
  },
  unused: {
    title: 'No analyzer for unused access',
    text: 'Create an analyzer to find roles, passwords, access keys and permissions that nobody has used for a while.',
    type: 'ACCOUNT_UNUSED_ACCESS',
  },
}

/** What a page of findings shows until there is an analyzer to find any. */
export const NoAnalyzer = ({ title, topic, of, place }: Props) => (
  <SpaceBetween size="l">
    <PageHeader
      title={title}
      info={<InfoLink topic={topic} about={title.toLowerCase()} />}
    />
    <Container>
      <EmptyState
        title={words[of].title}
        text={words[of].text}
        action={
          <AppButton href={pb.analyzerCreate({ type: words[of].type })} place={place} />
        }
      />
    </Container>
  </SpaceBetween>
)

import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useMemo, useState } from 'react'
import { Loading } from '~/components/loading'
import { EmptyState } from '~/components/table/empty-state'
import { Place } from '~/components/ui/place'
import { Soon } from '~/components/ui/soon'
import type { Assumption } from '~/data/assumptions'
import { lazily } from '~/lib/lazily'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'
import { ChosenAssumption } from './chosen-assumption'
import { idOf, search } from './entity'

const TrustPicture = lazily(async () => (await import('./trust-picture')).TrustPicture)

/** More than this and nobody finds anything in it. */
const MOST_DRAWN = 60

type Props = { assumptions: readonly Assumption[]; own: string }

export function PicturePanel({ assumptions, own }: Props) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>()
  const found = useMemo(() => search(assumptions, text), [assumptions, text])
  const drawn = useMemo(() => found.slice(0, MOST_DRAWN), [found])
  const choice = drawn.find((each) => idOf(each) === chosen)
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${found.length})`}
          description="An arrow leads from a principal to a role that it can assume. A broken one is half a permission: one side names the other, and it is still refused. Choose an arrow to see why."
        >
          Trust relationships
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Place id="iam.whoCanAssume.search">
          <TextFilter
            filteringText={text}
            filteringAriaLabel={word('iam.whoCanAssume.search')}
            filteringPlaceholder="Search for a name, an ARN or an account"
            countText={formatCount(found.length, 'match', 'matches')}
            onChange={({ detail }) => setText(detail.filteringText)}
          />
        </Place>
        {drawn.length < found.length && (
          <Box color="text-body-secondary">
            {`The first ${MOST_DRAWN} are drawn. Search to see others; the table has all.`}
          </Box>
        )}
        {drawn.length === 0 ? (
          <EmptyState
            title={text ? 'No matches' : 'Nobody'}
            text={
              text
                ? "We can't find a match."
                : 'Nobody is trusted by a role of this account.'
            }
          />
        ) : (
          <Soon fallback={<Loading what="the picture" />}>
            <TrustPicture assumptions={drawn} chosen={chosen} onChoose={setChosen} />
          </Soon>
        )}
        <div aria-live="polite">
          {choice && <ChosenAssumption assumption={choice} own={own} />}
        </div>
      </SpaceBetween>
    </Container>
  )
}

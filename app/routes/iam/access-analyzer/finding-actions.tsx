import Button from '@cloudscape-design/components/button'
import type { FindingStatus } from '@aws-sdk/client-accessanalyzer'
import { ButtonRow } from '~/components/ui/button-row'
import { useApiMutation } from '~/data/client'
import { placeButton, type PlaceId } from '~/lib/places'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'

type Finding = { id: string | undefined; status: FindingStatus | undefined }

type Props = {
  analyzerArn: string
  findings: readonly Finding[]
  archivePlace: PlaceId
  activatePlace: PlaceId
  onDone?: () => void
}

type Update = { status: 'ACTIVE' | 'ARCHIVED'; ids: string[] }

const idsIn = (findings: readonly Finding[], status: FindingStatus) =>
  findings.flatMap((finding) => (finding.status === status ? (finding.id ?? []) : []))

/** What is intended is archived; what is resolved stays as it is. */
export function FindingActions(props: Props) {
  const { analyzerArn, findings, archivePlace, activatePlace, onDone } = props
  const active = idsIn(findings, 'ACTIVE')
  const archived = idsIn(findings, 'ARCHIVED')
  const update = useApiMutation<Update>(
    ({ accessAnalyzer }, input) => accessAnalyzer.updateFindings({ analyzerArn, ...input }),
    {
      onSuccess: (_, { status, ids }) => {
        const done = status === 'ARCHIVED' ? 'archived' : 'made active again'
        flash({
          type: 'success',
          header: `${formatCount(ids.length, 'finding', 'findings')} ${done}.`,
        })
        onDone?.()
      },
      onError: (error) =>
        flash({
          type: 'error',
          header: 'Failed to update the findings.',
          content: error.message,
        }),
    }
  )
  return (
    <ButtonRow>
      <Button
        disabled={active.length === 0}
        loading={update.isPending}
        onClick={() => update.mutate({ status: 'ARCHIVED', ids: active })}
        {...placeButton(archivePlace)}
      >
        {word(archivePlace)}
      </Button>
      <Button
        disabled={archived.length === 0}
        loading={update.isPending}
        onClick={() => update.mutate({ status: 'ACTIVE', ids: archived })}
        {...placeButton(activatePlace)}
      >
        {word(activatePlace)}
      </Button>
    </ButtonRow>
  )
}

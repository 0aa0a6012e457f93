import Button from '@cloudscape-design/components/button'
import { useApiMutation } from '~/data/client'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'

type Props = { analyzerArn: string; resourceArn: string; owner: string }

export function Rescan({ analyzerArn, resourceArn, owner }: Props) {
  const scan = useApiMutation<void>(
    ({ accessAnalyzer }) =>
      accessAnalyzer.startResourceScan({
        analyzerArn,
        resourceArn,
        resourceOwnerAccount: owner,
      }),
    {
      onSuccess: () => flash({ type: 'success', header: 'The resource was scanned.' }),
      onError: (error) =>
        flash({
          type: 'error',
          header: 'Failed to scan the resource.',
          content: error.message,
        }),
    }
  )
  return (
    <Button
      loading={scan.isPending}
      onClick={() => scan.mutate()}
      {...placeButton('iam.finding.rescan')}
    >
      {word('iam.finding.rescan')}
    </Button>
  )
}

import { TagsPanel } from '~/components/tags-panel'
import { usePolicyTags } from '~/data/policies'
import type { PolicyTabProps } from './tab'

export function TagsTab({ name, arn }: PolicyTabProps) {
  const tags = usePolicyTags(arn)
  return (
    <TagsPanel
      place="iam.policy.manageTags"
      tags={tags.data}
      loading={tags.isPending}
      error={tags.error}
      retry={tags.refetch}
      entity={`policy ${name}`}
      save={async ({ iam }, changed, removed) => {
        if (removed.length > 0) await iam.untagPolicy({ PolicyArn: arn, TagKeys: removed })
        if (changed.length > 0) await iam.tagPolicy({ PolicyArn: arn, Tags: changed })
      }}
    />
  )
}

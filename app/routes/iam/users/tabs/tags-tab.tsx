import { TagsPanel } from '~/components/tags-panel'
import { useUserTags } from '~/data/users'
import type { UserTabProps } from './tab'

export function TagsTab({ name }: UserTabProps) {
  const tags = useUserTags(name)
  return (
    <TagsPanel
      place="iam.user.manageTags"
      tags={tags.data}
      loading={tags.isPending}
      error={tags.error}
      retry={tags.refetch}
      entity={`user ${name}`}
      save={async ({ iam }, changed, removed) => {
        if (removed.length > 0) await iam.untagUser({ UserName: name, TagKeys: removed })
        if (changed.length > 0) await iam.tagUser({ UserName: name, Tags: changed })
      }}
    />
  )
}

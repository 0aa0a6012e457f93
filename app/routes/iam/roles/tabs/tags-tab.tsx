import { TagsPanel } from '~/components/tags-panel'
import { useRoleTags } from '~/data/roles'
import type { RoleTabProps } from './tab'

export function TagsTab({ name }: RoleTabProps) {
  const tags = useRoleTags(name)
  return (
    <TagsPanel
      place="iam.role.manageTags"
      tags={tags.data}
      loading={tags.isPending}
      error={tags.error}
      retry={tags.refetch}
      entity={`role ${name}`}
      save={async ({ iam }, changed, removed) => {
        if (removed.length > 0) await iam.untagRole({ RoleName: name, TagKeys: removed })
        if (changed.length > 0) await iam.tagRole({ RoleName: name, Tags: changed })
      }}
    />
  )
}

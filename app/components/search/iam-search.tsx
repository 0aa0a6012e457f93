import { useState } from 'react'

import { useEntities, useOwnerOfKey } from '~/data/search'
import { pb } from '~/lib/path-builder'
import { entityTasks, iamHits } from './entity-hits'
import { matching } from './hit'
import { tasks } from './iam-tasks'
import { SearchField } from './search-field'
import { SearchNote } from './search-note'

/** Finds the account's identities and policies, and what one may want to do with them. */
export function IamSearch({ onFollow }: { onFollow: () => void }) {
  const [text, setText] = useState('')
  const { data, isPending } = useEntities(text.trim() !== '')
  const owner = useOwnerOfKey(text.trim())
  const entities = data?.entities ?? []
  const found = [
    ...matching([...iamHits(entities), ...tasks, ...entityTasks(entities, text)], text),
    ...(owner ? [ownerHit(owner, text)] : []),
  ]
  const refused = (data?.refused ?? []).filter((action) => action.startsWith('iam:'))
  return (
    <SearchField
      place="iam.search"
      className="u-search-page"
      text={text}
      onText={setText}
      hits={found}
      onFollow={onFollow}
      note={
        <SearchNote
          text={text}
          found={found.length}
          loading={isPending}
          refused={refused}
        />
      }
    />
  )
}

const ownerHit = (owner: string, text: string) => ({
  group: 'Users',
  name: owner,
  detail: `Access key ${text.trim()}`,
  href: pb.user(owner, 'security_credentials'),
})

import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { ArnModal } from './arn-modal'
import type { Block } from './block'
import { ItemList } from './item-list'

type Props = { items: string[]; block: Block; onChange: (block: Block) => void }

/** Resources of which no form is known. */
export function OtherResources({ items, block, onChange }: Props) {
  const [adding, setAdding] = useState(false)
  const { resources } = block
  return (
    <div>
      <Header
        variant="h3"
        headingTagOverride="h5"
        actions={<Button onClick={() => setAdding(true)}>Add ARNs</Button>}
      >
        Other resources
      </Header>
      <ItemList
        label="Other resources"
        items={items}
        onRemove={(arn) =>
          onChange({ ...block, resources: resources.filter((each) => each !== arn) })
        }
      />
      {adding && (
        <ArnModal
          onAdd={(arn) =>
            onChange({ ...block, resources: [...new Set([...resources, arn])] })
          }
          onDone={() => setAdding(false)}
        />
      )}
    </div>
  )
}

import { useState } from 'react'
import type { PartProps } from './part-props'
import { Part } from './part'
import { ResourceDialog } from './resource-dialog'
import { includedServices } from './service-options'

export function ResourcesPart({
  number,
  statement,
  onChange,
}: PartProps & { number: number }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Part
        title={`${number}. Add a resource`}
        what="resource"
        place="policyEditor.addResource"
        onAdd={() => setAdding(true)}
        held={statement.resources.map((resource) => ({
          label: resource,
          remove: () => onChange([{ type: 'remove-resource', resource }]),
        }))}
      />
      {adding && (
        <ResourceDialog
          included={includedServices(statement)}
          onDismiss={() => setAdding(false)}
          onAdd={(resource) => {
            onChange([{ type: 'add-resource', resource }])
            setAdding(false)
          }}
        />
      )}
    </>
  )
}

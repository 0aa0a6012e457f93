import { useState } from 'react'
import { ConditionDialog } from './condition-dialog'
import type { PartProps } from './part-props'
import { Part } from './part'
import { includedServices } from './service-options'

export function ConditionsPart({
  number,
  statement,
  onChange,
}: PartProps & { number: number }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Part
        title={`${number}. Add a condition (optional)`}
        what="condition"
        place="policyEditor.addCondition"
        onAdd={() => setAdding(true)}
        held={statement.conditions.map(({ operator, key, values }) => ({
          label: `${key} | ${operator} | ${values.join(', ')}`,
          remove: () => onChange([{ type: 'remove-condition', operator, key }]),
        }))}
      />
      {adding && (
        <ConditionDialog
          included={includedServices(statement)}
          onDismiss={() => setAdding(false)}
          onAdd={(condition) => {
            onChange([{ type: 'add-condition', condition }])
            setAdding(false)
          }}
        />
      )}
    </>
  )
}

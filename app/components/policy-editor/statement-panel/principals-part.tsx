import { useState } from 'react'
import type { PolicyKind } from '~/engine/policy/finding'
import type { PartProps } from './part-props'
import { Part } from './part'
import { PrincipalDialog } from './principal-dialog'

export function PrincipalsPart({
  kind,
  statement,
  onChange,
}: PartProps & { kind: PolicyKind }) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Part
        title="2. Add a principal"
        what="principal"
        place="policyEditor.addPrincipal"
        onAdd={() => setAdding(true)}
        held={statement.principals.map((principal) => ({
          label: principal.value,
          remove: () => onChange([{ type: 'remove-principal', principal }]),
        }))}
      />
      {adding && (
        <PrincipalDialog
          kind={kind}
          onDismiss={() => setAdding(false)}
          onAdd={(principal) => {
            onChange([{ type: 'add-principal', principal }])
            setAdding(false)
          }}
        />
      )}
    </>
  )
}

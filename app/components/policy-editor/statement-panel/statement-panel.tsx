import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import type { PolicyKind } from '~/engine/policy/finding'
import type { StatementChange } from '../text/change-statement'
import type { Statement } from '../text/read-statements'
import { AddActions } from './add-actions'
import { ConditionsPart } from './conditions-part'
import { PrincipalsPart } from './principals-part'
import { ResourcesPart } from './resources-part'

export type StatementPanelProps = {
  kind: PolicyKind
  /** The statement that the caret is in. */
  statement: Statement | undefined
  /** The text is no JSON, so that nobody can say where a statement begins. */
  isBroken: boolean
  onChange: (changes: readonly StatementChange[]) => void
  onRemove: () => void
  onAdd: () => void
}

/** Edits the statement the caret is in, for those who would rather choose than type. */
export function StatementPanel(props: StatementPanelProps) {
  const { statement, isBroken, onRemove } = props
  return (
    <section className="u-statement-panel" aria-label="Edit statement">
      <Header
        variant="h3"
        actions={
          statement && (
            <Button
              formAction="none"
              onClick={onRemove}
              {...placeButton('policyEditor.remove')}
            >
              {word('policyEditor.remove')}
            </Button>
          )
        }
      >
        {statement ? `Edit statement ${statement.name}` : 'Edit statement'}
      </Header>
      {!statement && (isBroken ? <Broken /> : <Unselected {...props} />)}
      {statement && <Parts key={statement.index} {...props} statement={statement} />}
    </section>
  )
}

const Broken = () => (
  <Box color="text-body-secondary">
    The policy has a JSON syntax error. Correct it in the editor to go on here.
  </Box>
)

const Unselected = ({ onAdd }: StatementPanelProps) => (
  <SpaceBetween size="s">
    <Box variant="h4">Select a statement</Box>
    <Box color="text-body-secondary">
      Put the caret into a statement of the policy, or add a new one.
    </Box>
    <Button formAction="none" iconName="add-plus" onClick={onAdd}>
      Add new statement
    </Button>
  </SpaceBetween>
)

type PartsProps = StatementPanelProps & { statement: Statement }

const Parts = ({ kind, statement, onChange }: PartsProps) => (
  <SpaceBetween size="l">
    <AddActions kind={kind} statement={statement} onChange={onChange} />
    {kind === 'trust' || kind === 'resource' ? (
      <PrincipalsPart kind={kind} statement={statement} onChange={onChange} />
    ) : null}
    {kind !== 'trust' && (
      <ResourcesPart
        number={kind === 'resource' ? 3 : 2}
        statement={statement}
        onChange={onChange}
      />
    )}
    <ConditionsPart
      number={kind === 'resource' ? 4 : 3}
      statement={statement}
      onChange={onChange}
    />
  </SpaceBetween>
)

import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { QueryError } from '~/components/query-error'
import type { HeldText, Principal } from '~/data/simulator'
import { pb } from '~/lib/path-builder'
import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { PolicyModal } from './policy-modal'
import { isEdited, isLeftOut } from './sandbox'
import type { Simulation } from './use-simulation'

type Props = { principal: Principal; simulation: Simulation; onBack: () => void }

const addresses = { user: pb.user, group: pb.group, role: pb.role }
const kindWords = { user: 'User', group: 'Group', role: 'Role' }

const distinct = (errors: Error[]) => [
  ...new Map(errors.map((error) => [error.message, error])).values(),
]

/** The policies of whoever was chosen, each of which can be left out or changed. */
export function PoliciesPane({ principal, simulation, onBack }: Props) {
  const { held, draft, change } = simulation
  const { kind, name } = principal
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              {kindWords[kind]}: <AppLink href={addresses[kind](name)}>{name}</AppLink>
            </>
          }
          actions={
            <Button onClick={onBack} {...placeButton('iam.policySimulator.back')}>
              {word('iam.policySimulator.back')}
            </Button>
          }
        >
          Policies
        </Header>
      }
    >
      <SpaceBetween size="s">
        {held.isPending && <Spinner />}
        <QueryError
          error={held.error}
          retry={held.refetch}
          what={`the policies of ${name}`}
        />
        {distinct(held.data?.refused ?? []).map((error) => (
          <QueryError
            key={error.message}
            error={error}
            retry={held.refetch}
            what="policies"
          />
        ))}
        {held.data && <PolicyList simulation={simulation} policies={held.data.policies} />}
        {held.data && (
          <Checkbox
            checked={!draft.withoutScps}
            description="Service control policies count where the account is a member of an organization. Their texts are not shown."
            {...placeInput('iam.policySimulator.organization')}
            onChange={({ detail }) => change({ withoutScps: !detail.checked })}
          >
            {word('iam.policySimulator.organization')}
          </Checkbox>
        )}
      </SpaceBetween>
    </Container>
  )
}

type ListProps = { simulation: Simulation; policies: HeldText[] }

const sections = [
  { title: 'IAM Policies', kinds: ['inline', 'managed'] },
  { title: 'Permissions Boundary Policy', kinds: ['boundary'] },
]

function PolicyList({ simulation, policies }: ListProps) {
  const [open, setOpen] = useState<HeldText>()
  const { draft, change } = simulation
  return (
    <>
      {policies.every(({ kind }) => kind === 'boundary') && (
        <Box color="text-body-secondary">There are no policies attached.</Box>
      )}
      {sections.map(({ title, kinds }) => {
        const shown = policies.filter(({ kind }) => kinds.includes(kind))
        return shown.length === 0 ? null : (
          <div key={title}>
            <Box variant="h3">{title}</Box>
            <ul className="u-items" aria-label={title}>
              {shown.map((policy) => (
                <PolicyItem
                  key={policy.id}
                  policy={policy}
                  simulation={simulation}
                  onOpen={() => setOpen(policy)}
                />
              ))}
            </ul>
          </div>
        )
      })}
      {open && (
        <PolicyModal
          policy={open}
          edited={draft.edits[open.id]}
          onDismiss={() => setOpen(undefined)}
          onApply={(text) => {
            const { [open.id]: _, ...others } = draft.edits
            change({ edits: text === open.text ? others : { ...others, [open.id]: text } })
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}

const fromWords = ({ kind, holder }: HeldText) => {
  if (kind === 'boundary') return 'limits what the policies allow'
  const how = kind === 'inline' ? 'inline' : 'attached'
  return holder.kind === 'group' ? `${how}, group ${holder.name}` : `${how}, ${holder.kind}`
}

type ItemProps = { policy: HeldText; simulation: Simulation; onOpen: () => void }

function PolicyItem({ policy, simulation: { draft, change }, onOpen }: ItemProps) {
  const { id, name } = policy
  return (
    <li>
      <Checkbox
        checked={!isLeftOut(draft, policy)}
        ariaLabel={`Simulate ${name} (${fromWords(policy)})`}
        description={fromWords(policy)}
        onChange={({ detail }) =>
          change({
            left: detail.checked
              ? draft.left.filter((left) => left !== id)
              : [...draft.left, id],
          })
        }
      >
        <span className="u-code">{name}</span>
      </Checkbox>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        {isEdited(draft, policy) && <Badge color="blue">Edited</Badge>}
        <Button variant="inline-link" ariaLabel={`Edit ${name}`} onClick={onOpen}>
          Edit
        </Button>
      </SpaceBetween>
    </li>
  )
}

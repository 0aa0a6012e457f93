import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { GroupTable } from '~/components/groups/group-table'
import { PolicyTable } from '~/components/policies/policy-table'
import type { Choice } from './choice'
import { UserTable } from './user-table'

const options = [
  {
    value: 'groups',
    place: 'iam.addPermissions.option.groups',
    description: 'Add the user to a group that exists. Groups keep permissions by job.',
  },
  {
    value: 'copy',
    place: 'iam.addPermissions.option.copy',
    description: 'Copy groups, managed and inline policies from another user.',
  },
  {
    value: 'attach',
    place: 'iam.addPermissions.option.attach',
    description: 'Attach a managed policy to the user itself. A group is often better.',
  },
] as const

type Props = {
  value: Choice
  onChange: (value: Choice) => void
  /** The user in question, who cannot be copied from. */
  user?: string
  /** Groups the user is in. */
  inGroups?: string[]
  attached?: string[]
}

/** The three ways to give a user permissions. */
export function ChoiceFields({ value, onChange, user, inGroups, attached }: Props) {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Permissions options</Header>}>
        <Place id="iam.addPermissions.option">
          <Tiles
            ariaLabel="Permissions options"
            value={value.option}
            items={options.map(({ place, ...item }) => ({
              ...item,
              label: <PlaceLabel place={place} />,
            }))}
            onChange={({ detail }) => {
              const option = options.find((known) => known.value === detail.value)
              if (option) onChange({ ...value, option: option.value })
            }}
          />
        </Place>
      </Container>
      {value.option === 'groups' && (
        <GroupTable
          selected={value.groups}
          onChange={(groups) => onChange({ ...value, groups })}
          {...(inGroups ? { without: inGroups } : {})}
        />
      )}
      {value.option === 'copy' && (
        <UserTable
          selected={value.from}
          onChange={(from) => {
            const { from: _, ...rest } = value
            onChange(from ? { ...rest, from } : rest)
          }}
          {...(user ? { without: user } : {})}
        />
      )}
      {value.option === 'attach' && (
        <PolicyTable
          title="Permissions policies"
          selection={{
            type: 'multi',
            selected: value.policies,
            onChange: (policies) => onChange({ ...value, policies }),
          }}
          {...(attached ? { without: attached } : {})}
        />
      )}
    </SpaceBetween>
  )
}

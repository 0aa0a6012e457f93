import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Icon from '@cloudscape-design/components/icon'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { ArnModal } from './arn-modal'
import { anyOf, hasAccount } from './arn-template'
import { type TypeRow, unmetText } from './block-resources'
import { ItemList } from './item-list'

type Props = {
  row: TypeRow
  /** All of the block. */
  resources: string[]
  onChange: (resources: string[]) => void
}

/** The resources of one type: any, or the ARNs that are named. */
export function ResourceType({ row, resources, onChange }: Props) {
  const { type, arns, unmet } = row
  const account = useIdentityStore(activeAccount) ?? ''
  // nothing, or the ARN that is edited; an empty one is new
  const [edited, setEdited] = useState<string>()
  const whole = anyOf(type.arn, account)
  const isAny = arns.includes(whole)
  const without = (arn: string) => resources.filter((each) => each !== arn)
  const put = (arn: string) =>
    onChange([
      ...new Set(
        edited && resources.includes(edited)
          ? resources.map((each) => (each === edited ? arn : each))
          : [...resources, arn]
      ),
    ])
  const listed = arns.filter((arn) => arn !== whole)
  return (
    <fieldset className="u-choice">
      <legend>{type.name}</legend>
      <SpaceBetween size="xs">
        {unmet.length > 0 && (
          <Box color="text-status-warning">
            <Icon name="status-warning" variant="warning" ariaLabel="Warning" />{' '}
            {unmetText(type.name, unmet)}
          </Box>
        )}
        <ItemList
          label={`ARNs of type ${type.name}`}
          items={listed}
          onEdit={setEdited}
          onRemove={(arn) => onChange(without(arn))}
        />
        <SpaceBetween direction="horizontal" size="m" alignItems="center">
          <Button
            ariaLabel={`Add ARNs of type ${type.name}`}
            disabled={isAny}
            onClick={() => setEdited('')}
          >
            Add ARNs
          </Button>
          <Checkbox
            checked={isAny}
            ariaLabel={`${hasAccount(type.arn) ? 'Any in this account' : 'Any'}: ${type.name}`}
            onChange={({ detail }) =>
              onChange(detail.checked ? [...resources, whole] : without(whole))
            }
          >
            {hasAccount(type.arn) ? 'Any in this account' : 'Any'}
          </Checkbox>
        </SpaceBetween>
      </SpaceBetween>
      {edited !== undefined && (
        <ArnModal
          type={type}
          arn={edited}
          onAdd={put}
          onDone={() => setEdited(undefined)}
        />
      )}
    </fieldset>
  )
}

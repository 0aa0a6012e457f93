import Checkbox from '@cloudscape-design/components/checkbox'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { Fragment } from 'react'
import type { AccessLevel } from '~/engine/catalog/actions'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import {
  isNamed,
  namesOfLevel,
  withActions,
  withLevel,
  withoutActions,
} from './choose-actions'

/** Long names break before a word of theirs. */
const breakable = (name: string) =>
  name.split(/(?=[A-Z][a-z])/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))

type Props = {
  level: AccessLevel
  service: ServiceAuthorization
  entries: string[]
  chosen: ReadonlySet<string>
  filter: string
  open: boolean
  onToggle: (open: boolean) => void
  onChange: (entries: string[]) => void
}

/** The actions of one access level, all at once or one by one. */
export function AccessLevelGroup(props: Props) {
  const { level, service, entries, chosen, filter, open, onToggle, onChange } = props
  const names = namesOfLevel(service, level)
  const ticked = names.filter((name) => chosen.has(name)).length
  const isFull = ticked === names.length
  return (
    <ExpandableSection
      headerText={`${level} (${ticked} of ${names.length})`}
      headingTagOverride="h5"
      expanded={open}
      onChange={({ detail }) => onToggle(detail.expanded)}
      headerActions={
        <Checkbox
          checked={isFull}
          indeterminate={ticked > 0 && !isFull}
          onChange={({ detail }) =>
            onChange(
              detail.checked
                ? withLevel(service, entries, level)
                : withoutActions(service, entries, names)
            )
          }
        >
          All {level.toLowerCase()} actions
        </Checkbox>
      }
    >
      {open && (
        <fieldset className="u-choice">
          <legend className="u-hidden">{level}</legend>
          <div className="u-ticks">
            {names
              .filter((name) => isNamed(name, filter))
              .map((name) => (
                <Checkbox
                  key={name}
                  checked={chosen.has(name)}
                  onChange={({ detail }) =>
                    onChange(
                      detail.checked
                        ? withActions(service, entries, [name])
                        : withoutActions(service, entries, [name])
                    )
                  }
                >
                  {breakable(name)}
                </Checkbox>
              ))}
          </div>
        </fieldset>
      )}
    </ExpandableSection>
  )
}

import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { Place } from '~/components/ui/place'
import { word } from '~/lib/words'
import {
  blankCriterion,
  type CriterionField,
  operators,
  properties,
  valueProblem,
} from './archive-rule-form'

type Props = {
  kind: keyof typeof properties
  criteria: CriterionField[]
  showErrors: boolean
  onChange: (criteria: CriterionField[]) => void
}

const replaced = <T,>(list: T[], at: number, item: T) =>
  list.map((each, index) => (index === at ? item : each))

/** All of them have to be met. */
export function CriterionFields({ kind, criteria, showErrors, onChange }: Props) {
  const change = (at: number, part: Partial<CriterionField>) => {
    const before = criteria[at]
    if (before) onChange(replaced(criteria, at, { ...before, ...part }))
  }
  return (
    <Place id="iam.createArchiveRule.addCriterion">
      <AttributeEditor
        items={criteria}
        addButtonText={word('iam.createArchiveRule.addCriterion')}
        removeButtonText="Remove"
        removeButtonAriaLabel={({ property }) => `Remove criterion ${property}`}
        onAddButtonClick={() => onChange([...criteria, blankCriterion(kind)])}
        onRemoveButtonClick={({ detail }) =>
          onChange(criteria.filter((_, index) => index !== detail.itemIndex))
        }
        empty="No criteria."
        definition={[
          {
            label: 'Property',
            control: ({ property }, at) => (
              <Select
                options={properties[kind]}
                selectedOption={
                  properties[kind].find(({ value }) => value === property) ?? null
                }
                onChange={({ detail }) =>
                  change(at, { property: detail.selectedOption.value ?? 'resource' })
                }
              />
            ),
          },
          {
            label: 'Operator',
            control: ({ operator }, at) => (
              <Select
                options={operators}
                selectedOption={operators.find(({ value }) => value === operator) ?? null}
                onChange={({ detail }) => {
                  const chosen = operators.find(
                    ({ value }) => value === detail.selectedOption.value
                  )
                  if (chosen) change(at, { operator: chosen.value })
                }}
              />
            ),
          },
          {
            label: 'Value',
            constraintText: 'Separate several values by commas.',
            errorText: (criterion) => (showErrors ? valueProblem(criterion) : undefined),
            control: ({ value }, at) => (
              <Input
                value={value}
                onChange={({ detail }) => change(at, { value: detail.value })}
              />
            ),
          },
        ]}
      />
    </Place>
  )
}

import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { Condition } from './block'
import type { BlockProps } from './block-form'
import { ConditionModal } from './condition-modal'
import { describe, fitsForm, isFromIp, isMfa, mfaCondition } from './conditions'
import { ItemList } from './item-list'
import { SourceIp } from './source-ip'

/** What must be so of a request. */
export function ConditionsSection(props: BlockProps) {
  const { block, number, showProblems, onChange } = props
  const { conditions } = block
  const [edited, setEdited] = useState<Condition | 'new'>()
  const isPlace = number === 1
  const set = (next: Condition[]) => onChange({ ...block, conditions: next })
  const others = conditions.filter((each) => !isMfa(each) && !isFromIp(each))
  const find = (text: string) => others.find((each) => describe(each) === text)
  const put = (condition: Condition) =>
    set(
      edited === 'new' || edited === undefined
        ? [...conditions, condition]
        : conditions.map((each) => (each === edited ? condition : each))
    )
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        headingTagOverride="h4"
        description="Conditions that a request has to meet for this block to apply."
      >
        Request conditions - <i>optional</i>
      </Header>
      <Checkbox
        checked={conditions.some(isMfa)}
        description="Requires the caller to have signed in with a second factor."
        {...(isPlace ? placeInput('iam.visualEditor.mfa') : {})}
        onChange={({ detail }) =>
          set(
            detail.checked
              ? [...conditions, mfaCondition]
              : conditions.filter((each) => !isMfa(each))
          )
        }
      >
        {word('iam.visualEditor.mfa')}
      </Checkbox>
      <SourceIp
        block={block}
        isPlace={isPlace}
        showProblems={showProblems}
        onChange={set}
      />
      <ItemList
        label="Other conditions"
        items={others.map(describe)}
        onEdit={(text) => setEdited(find(text))}
        isEditable={(text) =>
          others.some((each) => describe(each) === text && fitsForm(each))
        }
        onRemove={(text) => {
          const gone = find(text)
          set(conditions.filter((each) => each !== gone))
        }}
      />
      <Button
        onClick={() => setEdited('new')}
        {...(isPlace ? placeButton('iam.visualEditor.addCondition') : {})}
      >
        {word('iam.visualEditor.addCondition')}
      </Button>
      {edited && (
        <ConditionModal
          block={block}
          condition={edited === 'new' ? undefined : edited}
          onSave={put}
          onDone={() => setEdited(undefined)}
        />
      )}
    </SpaceBetween>
  )
}

import Button from '@cloudscape-design/components/button'
import type { ButtonProps } from '@cloudscape-design/components/button'
import LiveRegion from '@cloudscape-design/components/live-region'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef, useState } from 'react'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { freshBlock, nextId, type Part, type VisualPolicy } from './block'
import { BlockForm } from './block-form'
import { KeptBlock } from './kept-block'

type Props = {
  policy: VisualPolicy
  onChange: (policy: VisualPolicy) => void
  showProblems: boolean
}

/** A policy in blocks, one for each service that a statement is about. */
export function VisualEditor({ policy, onChange, showProblems }: Props) {
  const { parts } = policy
  const more = useRef<ButtonProps.Ref>(null)
  const [said, setSaid] = useState('')
  const change = (next: Part[], what?: string) => {
    onChange({ ...policy, parts: next })
    if (what) setSaid(what)
  }
  const remove = (index: number) => {
    change(parts.toSpliced(index, 1), `Permissions ${index + 1} removed.`)
    more.current?.focus()
  }
  const insert = (index: number, part: Part) =>
    change(
      parts.toSpliced(index, 0, { ...part, id: nextId(parts) }),
      `Permissions ${index + 1} added.`
    )
  return (
    <SpaceBetween size="l">
      {parts.map((part, index) =>
        part.kind === 'kept' ? (
          <KeptBlock
            key={part.id}
            part={part}
            number={index + 1}
            onRemove={() => remove(index)}
          />
        ) : (
          <BlockForm
            key={part.id}
            block={part}
            number={index + 1}
            showProblems={showProblems}
            onChange={(block) => change(parts.with(index, block))}
            onDuplicate={() => {
              const { sid: _, ...copy } = part
              insert(index + 1, copy)
            }}
            onRemove={() => remove(index)}
            onSplit={(block, other) =>
              change(
                parts
                  .with(index, block)
                  .toSpliced(index + 1, 0, { ...other, id: nextId(parts) })
              )
            }
          />
        )
      )}
      <Button
        ref={more}
        iconName="add-plus"
        onClick={() => insert(parts.length, freshBlock(0))}
        {...placeButton('iam.visualEditor.addPermissions')}
      >
        {word('iam.visualEditor.addPermissions')}
      </Button>
      <LiveRegion hidden>{said}</LiveRegion>
    </SpaceBetween>
  )
}

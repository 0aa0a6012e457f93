import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useEffect, useRef } from 'react'
import { word } from '~/lib/words'
import type { View } from './use-policy-draft'

const ids = { visual: 'iam.policyEditor.visual', json: 'iam.policyEditor.json' } as const

const views: View[] = ['visual', 'json']

type Props = { view: View; onChange: (view: View) => void }

/** Visual or JSON. The control's buttons take no attributes, so they are marked afterwards. */
export function ViewToggle({ view, onChange }: Props) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // on a narrow screen a list takes their place, and stands there unseen on a wide one
    const buttons = root.current?.querySelectorAll('button:not([aria-haspopup])') ?? []
    for (const button of buttons) {
      const found = views.find((each) => button.textContent === word(ids[each]))
      if (found) button.setAttribute('data-u-place', ids[found])
    }
  })
  return (
    <div ref={root}>
      <SegmentedControl
        label="Policy editor"
        options={views.map((id) => ({ id, text: word(ids[id]) }))}
        selectedId={view}
        onChange={({ detail }) =>
          onChange(detail.selectedId === 'visual' ? 'visual' : 'json')
        }
      />
    </div>
  )
}

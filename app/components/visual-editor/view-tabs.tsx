import Tabs from '@cloudscape-design/components/tabs'
import type { ReactNode } from 'react'
import { PlaceLabel } from '~/components/ui/place-label'
import type { View } from './use-policy-draft'

type Props = { view: View; onChange: (view: View) => void; content: ReactNode }

const ids = { visual: 'iam.policyEditor.visual', json: 'iam.policyEditor.json' } as const

const views: View[] = ['visual', 'json']

/** The toggle's two views as tabs. */
export const ViewTabs = ({ view, onChange, content }: Props) => (
  <Tabs
    activeTabId={view}
    ariaLabel="Policy editor"
    tabs={views.map((id) => ({
      id,
      label: <PlaceLabel place={ids[id]} />,
      content: id === view && content,
    }))}
    onChange={({ detail }) => onChange(detail.activeTabId === 'visual' ? 'visual' : 'json')}
  />
)

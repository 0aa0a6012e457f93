import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { ButtonRow } from '~/components/ui/button-row'
import { Place } from '~/components/ui/place'
import { Soon } from '~/components/ui/soon'
import type { InlineHolder } from '~/data/inline-policies'
import { lazily } from '~/lib/lazily'
import { feature, word } from '~/lib/words'
import { CloudFormationModal } from './cloudformation-modal'
import { ImportPolicy } from './import-policy'
import type { PolicyDraft } from './use-policy-draft'
import { ViewToggle } from './view-toggle'

// what only older consoles show does not weigh on today's
const ViewTabs = lazily(async () => (await import('./view-tabs')).ViewTabs)
const VisualEditor = lazily(async () => (await import('./visual-editor')).VisualEditor)

type Props = {
  draft: PolicyDraft
  /** What is wrong with the policy, once somebody tried to go on. */
  error: string | undefined
  /** How much room is left. */
  constraint: string
  /** What a template calls the policy, and whose it is. */
  name: string
  holder?: InlineHolder | undefined
  /** The editor of the text. */
  children: ReactNode
}

/** The box "Policy editor": the policy in blocks or as JSON, and what can be done with it. */
export function PolicyViews({ draft, error, constraint, name, holder, children }: Props) {
  const [dialog, setDialog] = useState<string>()
  const close = () => setDialog(undefined)
  const asTabs = feature('policyEditor.views') === 'tabs'
  const shown =
    draft.view === 'json' || !draft.policy ? (
      children
    ) : (
      <SpaceBetween size="l">
        <Soon fallback={<Loading what="the visual editor" />}>
          <VisualEditor
            policy={draft.policy}
            onChange={draft.setPolicy}
            showProblems={error !== undefined}
          />
        </Soon>
        {error && (
          <Alert type="error" statusIconAriaLabel="Error">
            <span role="alert">{error}</span>
          </Alert>
        )}
        <Box color="text-body-secondary" fontSize="body-s">
          {constraint}
        </Box>
      </SpaceBetween>
    )
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<InfoLink topic="iam.policyEditor" about="the policy editor" />}
          actions={
            <ButtonRow>
              {!asTabs && <ViewToggle view={draft.view} onChange={draft.show} />}
              <Place id="iam.policyEditor.actions">
                <ButtonDropdown
                  items={[
                    { id: 'import', text: word('iam.policyEditor.import') },
                    { id: 'template', text: word('iam.policyEditor.cloudFormation') },
                  ]}
                  onItemClick={({ detail }) => setDialog(detail.id)}
                >
                  {word('iam.policyEditor.actions')}
                </ButtonDropdown>
              </Place>
            </ButtonRow>
          }
        >
          Policy editor
        </Header>
      }
    >
      <SpaceBetween size="l">
        {draft.problem && (
          <Alert
            type="error"
            header="This policy cannot be shown in the visual editor"
            statusIconAriaLabel="Error"
          >
            <span role="alert">{draft.problem}</span>
          </Alert>
        )}
        {asTabs ? (
          <Soon fallback={<Loading what="the editor" />}>
            <ViewTabs view={draft.view} onChange={draft.show} content={shown} />
          </Soon>
        ) : (
          shown
        )}
      </SpaceBetween>
      {dialog === 'import' && (
        <ImportPolicy text={draft.text} onImport={draft.replace} onDone={close} />
      )}
      {dialog === 'template' && (
        <CloudFormationModal
          text={draft.settled}
          name={name}
          holder={holder}
          onDismiss={close}
        />
      )}
    </Container>
  )
}

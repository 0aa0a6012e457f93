import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { FormError } from '~/components/form/form-error'
import { QueryError } from '~/components/query-error'
import { ButtonRow } from '~/components/ui/button-row'
import { isAccessDenied } from '~/components/access-denied'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { ActionsField } from './actions-field'
import { ContextFields } from './context-fields'
import { Settings } from './settings'
import type { Simulation } from './use-simulation'

/** What is asked of the policies, and the button that asks. */
export function SimulatorPanel({ simulation }: { simulation: Simulation }) {
  const { draft, change, problem, start, clear, reset } = simulation
  const { error, isPending } = simulation.simulation
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <ButtonRow>
              <Button onClick={reset} {...placeButton('iam.policySimulator.reset')}>
                {word('iam.policySimulator.reset')}
              </Button>
              <Button onClick={clear} {...placeButton('iam.policySimulator.clear')}>
                {word('iam.policySimulator.clear')}
              </Button>
              <Button
                variant="primary"
                loading={isPending}
                onClick={start}
                {...placeButton('iam.policySimulator.run')}
              >
                {word('iam.policySimulator.run')}
              </Button>
            </ButtonRow>
          }
        >
          Policy Simulator
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ActionsField actions={draft.actions} onChange={(actions) => change({ actions })} />
        <ExpandableSection headerText="Simulation Settings">
          <SpaceBetween size="l">
            <Settings draft={draft} onChange={change} />
            <ContextFields
              keys={simulation.keys}
              values={draft.context}
              query={simulation.used}
              onChange={(context) => change({ context })}
            />
          </SpaceBetween>
        </ExpandableSection>
        {problem !== undefined && <Alert type="error">{problem}</Alert>}
        {isAccessDenied(error) ? (
          <QueryError error={error} />
        ) : (
          <FormError error={error} header="Failed to run the simulation." />
        )}
      </SpaceBetween>
    </Container>
  )
}

import Grid from '@cloudscape-design/components/grid'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { Place } from '~/components/ui/place'
import { word } from '~/lib/words'
import { NewPolicies } from './new-policies'
import { PoliciesPane } from './policies-pane'
import { PrincipalPane } from './principal-pane'
import { Results } from './results'
import { SimulatorPanel } from './simulator-panel'
import { useSimulation } from './use-simulation'
import { type Mode, type Subject, useSubject } from './use-subject'

/** A link to other actions begins anew. */
export default function PolicySimulatorPage() {
  const [search] = useSearchParams()
  return <Simulator key={`${search.get('actions')} ${search.get('resource')}`} />
}

function Simulator() {
  const subject = useSubject()
  const simulation = useSimulation(subject)
  const { mode, principal, setPrincipal } = subject
  const main = (
    <SpaceBetween size="l">
      <SimulatorPanel simulation={simulation} />
      <Results simulation={simulation} principal={mode === 'new' ? undefined : principal} />
    </SpaceBetween>
  )
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="IAM Policy Simulator"
        info={<InfoLink topic="iam.policySimulator" about="the policy simulator" />}
        actions={<ModeSelect {...subject} />}
      />
      {mode === 'new' ? (
        <SpaceBetween size="l">
          <NewPolicies {...simulation} />
          {main}
        </SpaceBetween>
      ) : (
        <Grid
          gridDefinition={[
            { colspan: { default: 12, m: 4 } },
            { colspan: { default: 12, m: 8 } },
          ]}
        >
          {principal ? (
            <PoliciesPane
              principal={principal}
              simulation={simulation}
              onBack={() => setPrincipal(undefined)}
            />
          ) : (
            <PrincipalPane onChoose={setPrincipal} />
          )}
          {main}
        </Grid>
      )}
    </SpaceBetween>
  )
}

const modes: { value: Mode; label: string }[] = [
  { value: 'existing', label: 'Existing Policies' },
  { value: 'new', label: 'New Policy' },
]

const ModeSelect = ({ mode, setMode }: Subject) => (
  <Place id="iam.policySimulator.mode">
    <Select
      ariaLabel={word('iam.policySimulator.mode')}
      inlineLabelText={word('iam.policySimulator.mode')}
      options={modes}
      selectedOption={modes.find(({ value }) => value === mode) ?? null}
      onChange={({ detail }) =>
        setMode(detail.selectedOption.value === 'new' ? 'new' : 'existing')
      }
    />
  </Place>
)

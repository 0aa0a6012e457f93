import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { placeArea, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { Draft } from './draft'
import { ResourcePolicyField } from './resource-policy-field'

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void }

/** What holds for all actions of the simulation. */
export const Settings = ({ draft, onChange }: Props) => (
  <SpaceBetween size="m">
    <FormField
      label={word('iam.policySimulator.resources')}
      description="One ARN in each line. Without any, every resource (*) is simulated. An action can have resources of its own: expand its row."
      stretch
    >
      <Textarea
        value={draft.resources}
        rows={2}
        spellcheck={false}
        placeholder="*"
        {...placeArea('iam.policySimulator.resources')}
        onChange={({ detail }) => onChange({ resources: detail.value })}
      />
    </FormField>
    <ResourcePolicyField draft={draft} onChange={onChange} />
    <ColumnLayout columns={2}>
      <FormField
        label={word('iam.policySimulator.owner')}
        description="Account of the resources, as a number or as the ARN of its root."
      >
        <Input
          value={draft.owner}
          placeholder="111122223333"
          {...placeInput('iam.policySimulator.owner')}
          onChange={({ detail }) => onChange({ owner: detail.value })}
        />
      </FormField>
      <FormField
        label={word('iam.policySimulator.caller')}
        description="The user who calls. A group makes no calls, so a resource policy asks for one."
      >
        <Input
          value={draft.caller}
          placeholder="arn:aws:iam::111122223333:user/Ann"
          {...placeInput('iam.policySimulator.caller')}
          onChange={({ detail }) => onChange({ caller: detail.value })}
        />
      </FormField>
    </ColumnLayout>
  </SpaceBetween>
)

import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { tagErrors, type TagField, TagFields } from '~/components/tag-fields'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { useApiMutation } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { formatAccountId } from '~/lib/text'
import { word } from '~/lib/words'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { flash } from '~/stores/flash'
import {
  type AnalyzerForm,
  type AnalyzerProblems,
  blankAnalyzer,
  problemsOf,
  requestOf,
  withAnalysis,
} from './analyzer-form'

export default function AnalyzerCreatePage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [blank] = useState(() => blankAnalyzer(search.get('type')))
  const [form, setForm] = useState(blank)
  const [tags, setTags] = useState<TagField[]>([])
  const [tried, setTried] = useState(false)
  const create = useApiMutation<void>(
    ({ accessAnalyzer }) => accessAnalyzer.createAnalyzer(requestOf(form, tags)),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Analyzer ${form.name} created.` })
        void navigate(
          form.analysis === 'unused' ? pb.unusedAccess() : pb.resourceAnalysis()
        )
      },
    }
  )
  const submit = () => {
    setTried(true)
    const isGood = Object.keys(problemsOf(form)).length === 0
    if (isGood && tagErrors(tags).length === 0) create.mutate()
    else create.reset()
  }
  const isDirty = JSON.stringify(form) !== JSON.stringify(blank) || tags.length > 0
  return (
    <FormPage
      title="Create analyzer"
      info={<InfoLink topic="iam.analyzers" about="analyzers" />}
      submitLabel={word('iam.createAnalyzer.submit')}
      place="iam.createAnalyzer.submit"
      cancelPlace="iam.createAnalyzer.cancel"
      cancelHref={pb.accessAnalyzer()}
      onSubmit={submit}
      busy={create.isPending}
      error={create.error}
      errorHeader="Failed to create the analyzer."
      dirty={isDirty && !create.isSuccess}
    >
      <Container header={<Header variant="h2">Analysis</Header>}>
        <AnalysisField form={form} onChange={setForm} />
      </Container>
      <Container header={<Header variant="h2">Analyzer details</Header>}>
        <Details form={form} problems={tried ? problemsOf(form) : {}} onChange={setForm} />
      </Container>
      <Container header={<Header variant="h2">Tags - optional</Header>}>
        <TagFields
          tags={tags}
          onChange={setTags}
          showErrors={tried}
          place="iam.createAnalyzer.addTag"
        />
      </Container>
    </FormPage>
  )
}

type Props = { form: AnalyzerForm; onChange: (form: AnalyzerForm) => void }

const AnalysisField = ({ form, onChange }: Props) => (
  <FormField label={word('iam.createAnalyzer.analysis')}>
    <Place id="iam.createAnalyzer.analysis">
      <Tiles
        ariaLabel={word('iam.createAnalyzer.analysis')}
        value={form.analysis}
        onChange={({ detail }) =>
          onChange(withAnalysis(form, detail.value === 'unused' ? 'unused' : 'external'))
        }
        items={[
          {
            value: 'external',
            label: <PlaceLabel place="iam.createAnalyzer.external" />,
            description:
              'Finds roles and buckets that somebody outside of the zone of trust can reach. No charge.',
          },
          {
            value: 'unused',
            label: <PlaceLabel place="iam.createAnalyzer.unused" />,
            description:
              'Finds roles, passwords, access keys and permissions that nobody uses. AWS charges for it by role and user; here it is simulated.',
          },
        ]}
      />
    </Place>
  </FormField>
)

function Details({ form, problems, onChange }: Props & { problems: AnalyzerProblems }) {
  const account = useIdentityStore(activeAccount) ?? ''
  return (
    <SpaceBetween size="l">
      <FormField
        label={word('iam.createAnalyzer.name')}
        constraintText="Begin with a letter. 255 characters at most: letters, numbers and the characters . _ -"
        errorText={problems.name}
      >
        <Input
          value={form.name}
          {...placeInput('iam.createAnalyzer.name')}
          autoComplete={false}
          onChange={({ detail }) => onChange({ ...form, name: detail.value })}
        />
      </FormField>
      {form.analysis === 'unused' && (
        <FormField
          label={word('iam.createAnalyzer.days')}
          description="Days without use after which access counts as unused."
          constraintText="1 to 365 days."
          errorText={problems.days}
        >
          <Input
            value={form.days}
            {...placeInput('iam.createAnalyzer.days')}
            inputMode="numeric"
            onChange={({ detail }) => onChange({ ...form, days: detail.value })}
          />
        </FormField>
      )}
      <FormField label={word('iam.createAnalyzer.zone')}>
        <Place id="iam.createAnalyzer.zone">
          <RadioGroup
            ariaLabel={word('iam.createAnalyzer.zone')}
            value={form.zone}
            onChange={({ detail }) =>
              onChange({
                ...form,
                zone: detail.value === 'organization' ? 'organization' : 'account',
              })
            }
            items={[
              {
                value: 'account',
                label: <PlaceLabel place="iam.createAnalyzer.account" />,
                description: `Looks at account ${formatAccountId(account)}.`,
              },
              {
                value: 'organization',
                label: <PlaceLabel place="iam.createAnalyzer.organization" />,
                description:
                  'Looks at every account of the organization. From its management account or a delegated administrator alone.',
              },
            ]}
          />
        </Place>
      </FormField>
    </SpaceBetween>
  )
}

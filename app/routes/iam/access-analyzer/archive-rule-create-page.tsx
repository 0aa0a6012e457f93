import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { type AnalyzerSummary, looksForUnused, useAnalyzer } from '~/data/access-analyzer'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { useAnalyzerName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import {
  blankCriterion,
  filterOf,
  isGood,
  nameProblem,
  type RuleForm,
} from './archive-rule-form'
import { CriterionFields } from './criterion-fields'
import { MatchingFindings } from './matching-findings'

export default function ArchiveRuleCreatePage() {
  const { data, error, refetch } = useAnalyzer(useAnalyzerName())
  if (data?.analyzer) return <RuleFormPage analyzer={data.analyzer} />
  return (
    <SpaceBetween size="l">
      <PageHeader title="Create archive rule" />
      {error ? (
        <QueryError error={error} retry={refetch} what="the analyzer" />
      ) : (
        <Spinner size="large" />
      )}
    </SpaceBetween>
  )
}

function RuleFormPage({ analyzer }: { analyzer: AnalyzerSummary }) {
  const { name: analyzerName = '', arn: analyzerArn = '' } = analyzer
  const kind = looksForUnused(analyzer) ? 'unused' : 'external'
  const navigate = useNavigate()
  const [blank] = useState<RuleForm>(() => ({ name: '', criteria: [blankCriterion(kind)] }))
  const [form, setForm] = useState(blank)
  const [applies, setApplies] = useState(false)
  const [tried, setTried] = useState(false)
  const [progress] = useState(createProgress)
  const create = useApiMutation<void>(
    ({ accessAnalyzer }) => {
      const ruleName = form.name
      const filter = filterOf(form.criteria)
      const of = [form, analyzerName]
      const create = () =>
        accessAnalyzer.createArchiveRule({ analyzerName, ruleName, filter })
      const apply = () => accessAnalyzer.applyArchiveRule({ analyzerArn, ruleName })
      return progress.run([
        { what: 'Create the rule', of, call: create },
        ...(applies ? [{ what: 'Archive active findings', of, call: apply }] : []),
      ])
    },
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Archive rule ${form.name} created.` })
        void navigate(pb.analyzer(analyzerName))
      },
    }
  )
  const submit = () => {
    setTried(true)
    if (isGood(form)) create.mutate()
  }
  return (
    <FormPage
      title="Create archive rule"
      info={<InfoLink topic="iam.archiveRules" about="archive rules" />}
      submitLabel={word('iam.createArchiveRule.submit')}
      place="iam.createArchiveRule.submit"
      cancelPlace="iam.createArchiveRule.cancel"
      cancelHref={pb.analyzer(analyzerName)}
      onSubmit={submit}
      busy={create.isPending}
      error={create.error}
      errorHeader="Failed to create the archive rule."
      dirty={JSON.stringify(form) !== JSON.stringify(blank) && !create.isSuccess}
    >
      <Container header={<Header variant="h2">Rule</Header>}>
        <SpaceBetween size="l">
          <FormField
            label={word('iam.createArchiveRule.name')}
            errorText={tried ? nameProblem(form.name) : undefined}
          >
            <Input
              value={form.name}
              {...placeInput('iam.createArchiveRule.name')}
              autoComplete={false}
              onChange={({ detail }) => setForm({ ...form, name: detail.value })}
            />
          </FormField>
          <CriterionFields
            kind={kind}
            criteria={form.criteria}
            showErrors={tried}
            onChange={(criteria) => setForm({ ...form, criteria })}
          />
          {tried && form.criteria.length === 0 && (
            <Alert type="error">A rule needs at least one criterion.</Alert>
          )}
          <Checkbox
            checked={applies}
            onChange={({ detail }) => setApplies(detail.checked)}
            {...placeInput('iam.createArchiveRule.apply')}
          >
            {word('iam.createArchiveRule.apply')}
          </Checkbox>
        </SpaceBetween>
      </Container>
      <MatchingFindings analyzerArn={analyzerArn} criteria={form.criteria} />
    </FormPage>
  )
}

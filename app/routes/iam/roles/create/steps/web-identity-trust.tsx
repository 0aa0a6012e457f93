import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { QueryError } from '~/components/query-error'
import { useOidcProviders } from '~/data/providers'
import type { TrustForm } from '../role-form'
import { builtInProviders, GITHUB, hostOf } from '../trust-policy'
import type { TrustFormProps } from './trust-form-props'

const builtIn = builtInProviders.map(({ host, label }) => ({ value: host, label }))

export function WebIdentityTrust({ trust, onChange, problems }: TrustFormProps) {
  const form = trust.webIdentity
  const providers = useOidcProviders()
  const own = (providers.data ?? []).map((arn) => ({ value: arn, label: hostOf(arn) }))
  const options = [...own, ...builtIn]
  const audienceLabel =
    builtInProviders.find(({ host }) => host === form.provider)?.audienceLabel ?? 'Audience'
  const change = (part: Partial<TrustForm['webIdentity']>) =>
    onChange({ ...trust, webIdentity: { ...form, ...part } })
  return (
    <Container header={<Header variant="h2">Web identity</Header>}>
      <SpaceBetween size="l">
        <QueryError
          error={providers.error}
          retry={providers.refetch}
          what="identity providers"
        />
        <FormField label="Identity provider" errorText={problems.provider}>
          <Select
            placeholder="Choose provider"
            options={options}
            selectedOption={options.find(({ value }) => value === form.provider) ?? null}
            onChange={({ detail }) =>
              change({ provider: detail.selectedOption.value ?? '' })
            }
          />
        </FormField>
        <FormField label={audienceLabel} errorText={problems.audience}>
          <Input
            value={form.audience}
            autoComplete={false}
            onChange={({ detail }) => change({ audience: detail.value.trim() })}
          />
        </FormField>
        {hostOf(form.provider) === GITHUB && (
          <GithubFields form={form} change={change} problem={problems.organization} />
        )}
      </SpaceBetween>
    </Container>
  )
}

type GithubProps = {
  form: TrustForm['webIdentity']
  change: (part: Partial<TrustForm['webIdentity']>) => void
  problem: string | undefined
}

const GithubFields = ({ form, change, problem }: GithubProps) => (
  <>
    <FormField label="GitHub organization" errorText={problem}>
      <Input
        value={form.organization}
        autoComplete={false}
        onChange={({ detail }) => change({ organization: detail.value.trim() })}
      />
    </FormField>
    <FormField label="GitHub repository - optional">
      <Input
        value={form.repository}
        autoComplete={false}
        onChange={({ detail }) => change({ repository: detail.value.trim() })}
      />
    </FormField>
    <FormField label="GitHub branch - optional">
      <Input
        value={form.branch}
        autoComplete={false}
        onChange={({ detail }) => change({ branch: detail.value.trim() })}
      />
    </FormField>
  </>
)

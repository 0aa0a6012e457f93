import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { QueryError } from '~/components/query-error'
import { useSamlProviders } from '~/data/providers'
import { SAML_CONSOLE, type TrustForm } from '../role-form'
import type { TrustFormProps } from './trust-form-props'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const attributes = [
  'SAML:aud',
  'SAML:iss',
  'SAML:sub',
  'SAML:sub_type',
  'SAML:namequalifier',
  'SAML:doc',
  'SAML:eduPersonAffiliation',
  'SAML:eduPersonOrgDN',
  'SAML:eduPersonPrimaryAffiliation',
].map((value) => ({ value, label: value }))

export function SamlTrust({ trust, onChange, problems }: TrustFormProps) {
  const form = trust.saml
  const providers = useSamlProviders()
  const options = (providers.data ?? []).map((arn) => ({
    value: arn,
    label: arn.slice(arn.lastIndexOf('/') + 1),
  }))
  const isConsole = form.access === 'console'
  const change = (part: Partial<TrustForm['saml']>) =>
    onChange({ ...trust, saml: { ...form, ...part } })
  return (
    <Container header={<Header variant="h2">SAML 2.0 federation</Header>}>
      <SpaceBetween size="l">
        <QueryError
          error={providers.error}
          retry={providers.refetch}
          what="identity providers"
        />
        <FormField label="SAML 2.0-based provider" errorText={problems.samlProvider}>
          <Select
            placeholder="Choose provider"
            empty="This account has no SAML provider."
            options={options}
            selectedOption={options.find(({ value }) => value === form.provider) ?? null}
            onChange={({ detail }) =>
              change({ provider: detail.selectedOption.value ?? '' })
            }
          />
        </FormField>
        <RadioGroup
          ariaLabel="Access to be allowed"
          value={form.access}
          items={[
            { value: 'programmatic', label: 'Allow programmatic access only' },
            {
              value: 'console',
              label: 'Allow programmatic and AWS Management Console access',
            },
          ]}
          onChange={({ detail }) =>
            change({ access: detail.value === 'console' ? 'console' : 'programmatic' })
          }
        />
        <FormField label="Attribute">
          <Select
            disabled={isConsole}
            options={attributes}
            selectedOption={
              attributes.find(
                ({ value }) => value === (isConsole ? 'SAML:aud' : form.attribute)
              ) ?? null
            }
            onChange={({ detail }) =>
              change({ attribute: detail.selectedOption.value ?? 'SAML:aud' })
            }
          />
        </FormField>
        <FormField label="Value" errorText={problems.samlValue}>
          <Input
            value={isConsole ? SAML_CONSOLE : form.value}
            disabled={isConsole}
            autoComplete={false}
            onChange={({ detail }) => change({ value: detail.value })}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  )
}

import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { PlaceLabel } from '~/components/ui/place-label'
import { placeInput } from '~/lib/places'
import { feature, word } from '~/lib/words'
import type { TrustForm } from '../role-form'
import type { TrustFormProps } from './trust-form-props'

export function AccountTrust({ trust, onChange, problems, account }: TrustFormProps) {
  const form = trust.account
  const isTyped = feature('createRole.account') === 'typed'
  const change = (part: Partial<TrustForm['account']>) =>
    onChange({ ...trust, account: { ...form, ...part } })
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Allow users and roles of this account, or of another one, to act in this account."
        >
          {word('iam.createRole.accounts')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {!isTyped && (
          <RadioGroup
            ariaLabel="An AWS account"
            value={form.which}
            items={[
              {
                value: 'this',
                label: (
                  <PlaceLabel place="iam.createRole.thisAccount"> ({account})</PlaceLabel>
                ),
              },
              {
                value: 'another',
                label: <PlaceLabel place="iam.createRole.anotherAccount" />,
              },
            ]}
            onChange={({ detail }) =>
              change({ which: detail.value === 'another' ? 'another' : 'this' })
            }
          />
        )}
        {form.which === 'another' && (
          <FormField
            label={word('iam.createRole.accountId')}
            description="Identifier of the account that can use this role"
            constraintText="Account ID is a 12-digit number."
            errorText={problems.accountId}
          >
            <Input
              value={form.accountId}
              autoComplete={false}
              inputMode="numeric"
              {...placeInput('iam.createRole.accountId')}
              onChange={({ detail }) => change({ accountId: detail.value.trim() })}
            />
          </FormField>
        )}
        <FormField label="Options">
          <SpaceBetween size="s">
            <Checkbox
              checked={form.requireExternalId}
              {...placeInput('iam.createRole.requireExternalId')}
              onChange={({ detail }) => change({ requireExternalId: detail.checked })}
            >
              Require external ID (Best practice when a third party will assume this role)
            </Checkbox>
            {form.requireExternalId && (
              <SpaceBetween size="s">
                <Alert type="info">
                  The console&apos;s Switch Role feature does not support external IDs. A
                  role that asks for one can only be assumed by an API call.
                </Alert>
                <FormField
                  label="External ID"
                  description="A text that only you and the third party know. It keeps others from using the third party as a confused deputy."
                  errorText={problems.externalId}
                >
                  <Input
                    value={form.externalId}
                    {...placeInput('iam.createRole.externalId')}
                    autoComplete={false}
                    onChange={({ detail }) => change({ externalId: detail.value })}
                  />
                </FormField>
              </SpaceBetween>
            )}
            <Checkbox
              checked={form.requireMfa}
              {...placeInput('iam.createRole.requireMfa')}
              description="Requires that the assuming entity use multi-factor authentication."
              onChange={({ detail }) => change({ requireMfa: detail.checked })}
            >
              Require MFA
            </Checkbox>
          </SpaceBetween>
        </FormField>
      </SpaceBetween>
    </Container>
  )
}

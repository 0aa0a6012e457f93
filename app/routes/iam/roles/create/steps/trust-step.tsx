import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { InfoLink } from '~/components/info-link'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { feature, word } from '~/lib/words'
import type { EntityType, TrustForm } from '../role-form'
import { AccountTrust } from './account-trust'
import { CustomTrust } from './custom-trust'
import { SamlTrust } from './saml-trust'
import { ServiceTrust } from './service-trust'
import type { StepProps } from './step'
import { WebIdentityTrust } from './web-identity-trust'

const entityTypes = [
  { value: 'service', name: 'awsService' },
  { value: 'account', name: 'awsAccount' },
  { value: 'web-identity', name: 'webIdentity' },
  { value: 'saml', name: 'saml' },
  { value: 'custom', name: 'custom' },
] as const satisfies { value: EntityType; name: string }[]

const forms = {
  service: ServiceTrust,
  account: AccountTrust,
  'web-identity': WebIdentityTrust,
  saml: SamlTrust,
  custom: CustomTrust,
} satisfies Record<EntityType, unknown>

export function TrustStep({ form, onChange, problems, account }: StepProps) {
  const change = (trust: TrustForm) => onChange({ ...form, trust })
  const Form = forms[form.trust.entityType]
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            info={<InfoLink topic="iam.trustedEntity" about="trusted entities" />}
          >
            {word('iam.createRole.trustedEntity')}
          </Header>
        }
      >
        <Place id="iam.createRole.trustedEntity">
          <Tiles
            ariaLabel={word('iam.createRole.trustedEntity')}
            columns={3}
            value={form.trust.entityType}
            items={entityTypes
              .filter(({ value }) => feature('createRole.entityTypes').includes(value))
              .map(({ value, name }) => ({
                value,
                label: <PlaceLabel place={`iam.createRole.trustedEntity.${name}`} />,
                description: word(`iam.createRole.about.${name}`),
              }))}
            onChange={({ detail }) => {
              const chosen = entityTypes.find(({ value }) => value === detail.value)
              if (chosen) change({ ...form.trust, entityType: chosen.value })
            }}
          />
        </Place>
      </Container>
      <Form
        trust={form.trust}
        onChange={change}
        problems={problems}
        account={account}
        form={form}
        onForm={onChange}
      />
    </SpaceBetween>
  )
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { InfoLink } from '~/components/info-link'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import type { PlaceId } from '~/lib/places'
import type { EntityType, TrustForm } from '../role-form'
import { AccountTrust } from './account-trust'
import { CustomTrust } from './custom-trust'
import { SamlTrust } from './saml-trust'
import { ServiceTrust } from './service-trust'
import type { StepProps } from './step'
import { WebIdentityTrust } from './web-identity-trust'

const entityTypes: { value: EntityType; place: PlaceId; description: string }[] = [
  {
    value: 'service',
    place: 'iam.createRole.trustedEntity.awsService',
    description: 'Allow AWS services like EC2, Lambda, or others to act in this account.',
  },
  {
    value: 'account',
    place: 'iam.createRole.trustedEntity.awsAccount',
    description:
      'Allow users and roles of this account, or of another one, to act in this account.',
  },
  {
    value: 'web-identity',
    place: 'iam.createRole.trustedEntity.webIdentity',
    description: 'Allow users of an external web identity provider to assume this role.',
  },
  {
    value: 'saml',
    place: 'iam.createRole.trustedEntity.saml',
    description:
      'Allow users of a corporate directory, federated with SAML 2.0, to assume this role.',
  },
  {
    value: 'custom',
    place: 'iam.createRole.trustedEntity.custom',
    description: 'Write a trust policy yourself to let others act in this account.',
  },
]

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
            Trusted entity type
          </Header>
        }
      >
        <Place id="iam.createRole.trustedEntity">
          <Tiles
            ariaLabel="Trusted entity type"
            columns={3}
            value={form.trust.entityType}
            items={entityTypes.map(({ place, ...item }) => ({
              ...item,
              label: <PlaceLabel place={place} />,
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

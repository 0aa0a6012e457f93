import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { AppButton } from '~/components/app-link'
import { JsonView } from '~/components/policy-editor/json-view'
import { Loading } from '~/components/loading'
import { Soon } from '~/components/ui/soon'
import { lazily } from '~/lib/lazily'
import { decodeDocument } from '~/data/documents'
import { pb } from '~/lib/path-builder'
import { feature } from '~/lib/words'
import type { RoleTabProps } from './tab'

const TrustEntities = lazily(async () => (await import('./trust-entities')).TrustEntities)

export const TrustTab = (props: RoleTabProps) =>
  feature('role.trust') === 'document' ? (
    <TrustDocument {...props} />
  ) : (
    <Soon fallback={<Loading what="the trusted entities" />}>
      <TrustEntities {...props} />
    </Soon>
  )

function TrustDocument({ name, role }: RoleTabProps) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Entities that can assume this role under specified conditions."
          actions={
            <AppButton href={pb.roleTrustPolicyEdit(name)} place="iam.role.editTrust" />
          }
        >
          Trusted entities
        </Header>
      }
    >
      {role && (
        <JsonView
          text={decodeDocument(role.AssumeRolePolicyDocument)}
          ariaLabel="Trust policy"
        />
      )}
    </Container>
  )
}

import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { PolicyEditor, TRUST_QUOTA } from '~/components/policy-editor/policy-editor'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { decodeDocument, prettyDocument } from '~/data/documents'
import { useRole } from '~/data/roles'
import { feature, word } from '~/lib/words'
import { useLeave } from '~/lib/leave'
import { useRoleName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'

export default function TrustPolicyEditPage() {
  const name = useRoleName()
  const role = useRole(name)
  if (role.error)
    return (
      <SpaceBetween size="l">
        <PageHeader title={word('iam.trust.title')} />
        <QueryError error={role.error} retry={role.refetch} what="the role" />
      </SpaceBetween>
    )
  if (!role.data?.Role) return <Loading what="the role" />
  const text = prettyDocument(decodeDocument(role.data.Role.AssumeRolePolicyDocument))
  return <Editor key={name} name={name} start={text} />
}

/** Above the text, in a console that names it. */
const documentHeading = () =>
  feature('role.trust') === 'entities' && (
    <Header variant="h3">{word('iam.trust.document')}</Header>
  )

function Editor({ name, start }: { name: string; start: string }) {
  const leave = useLeave()
  const [first] = useState(start)
  const [text, setText] = useState(first)
  const back = pb.role(name, 'trust_relationships')
  const update = useApiMutation<void>(
    ({ iam }) => iam.updateAssumeRolePolicy({ RoleName: name, PolicyDocument: text }),
    {
      failed: 'Failed to update trust policy.',
      onSuccess: () => {
        if (feature('trustUpdated.message')) {
          flash({ type: 'success', header: 'Trust policy updated.' })
        }
        leave(back)
      },
    }
  )
  return (
    <FormPage
      title={word('iam.trust.title')}
      description={word('iam.trust.about') || undefined}
      info={<InfoLink topic="iam.trustPolicy" about="trust policies" />}
      submitLabel={word('iam.trust.update')}
      cancelPlace="iam.trust.cancel"
      cancelHref={back}
      onSubmit={() => update.mutate()}
      busy={update.isPending}
      error={update.error}
      errorHeader="Failed to update trust policy."
      dirty={text !== first && !update.isSuccess}
      place="iam.trust.update"
    >
      <Container header={documentHeading()}>
        <PolicyEditor
          ariaLabel={word('iam.trust.document')}
          value={text}
          onChange={setText}
          kind="trust"
          quota={TRUST_QUOTA}
        />
      </Container>
    </FormPage>
  )
}

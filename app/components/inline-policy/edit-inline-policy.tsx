import SpaceBetween from '@cloudscape-design/components/space-between'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { prettyDocument } from '~/data/documents'
import { type InlineHolder, useInlinePolicy } from '~/data/inline-policies'
import { usePolicyName } from '~/lib/params'
import { InlinePolicyForm } from './inline-policy-form'

type Props = { holder: InlineHolder; backHref: string }

/** Changes an inline policy, the one that the address names. */
export function EditInlinePolicy({ holder, backHref }: Props) {
  const name = usePolicyName()
  const policy = useInlinePolicy(holder, name)
  if (policy.error)
    return (
      <SpaceBetween size="l">
        <PageHeader title={`Modify permissions in ${name}`} />
        <QueryError error={policy.error} retry={policy.refetch} what="the policy" />
      </SpaceBetween>
    )
  if (policy.data === undefined) return <Loading what="the policy" />
  return (
    <InlinePolicyForm
      holder={holder}
      backHref={backHref}
      existing={{ name, text: prettyDocument(policy.data) }}
    />
  )
}

import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { verdicts } from '~/components/explain/labels'
import { WhyButton } from '~/components/explain/why-button'
import { QueryError } from '~/components/query-error'
import { useAssumeVerdict } from '~/data/assume-verdict'
import type { Principal } from '~/data/simulator'
import type { Decision } from '~/engine/evaluate/decision'
import { explainReason } from '~/engine/evaluate/explain'
import { halvesOf } from '~/engine/evaluate/halves'

type Props = {
  principal: Principal
  arn: string
  role: string
  context: Record<string, string | string[]>
}

/** What AWS's simulator leaves out of sts:AssumeRole: whether the role trusts who asks. */
export const TrustVerdict = ({ principal, ...question }: Props) => (
  <section aria-label="With the trust policy">
    <SpaceBetween size="xs">
      <Box variant="h4">With the trust policy</Box>
      <Box color="text-body-secondary">
        The result above is the simulation of AWS, which does not look at the trust policies
        of roles. Below is Understudy&apos;s own answer: what would happen now, by all
        policies as they are in the account.
      </Box>
      {principal.kind === 'group' ? (
        <Box>A group cannot assume a role. Choose one of its users.</Box>
      ) : (
        <Verdict {...question} />
      )}
    </SpaceBetween>
  </section>
)

function Verdict({ arn, role, context }: Omit<Props, 'principal'>) {
  const asked = useAssumeVerdict({ principal: arn, role, context })
  if (asked.error) {
    return <QueryError error={asked.error} retry={asked.refetch} what="the trust policy" />
  }
  if (!asked.data) return <Spinner />
  const { verdict } = asked.data
  return (
    <Alert
      type={verdicts[verdict].type}
      header={
        verdict === 'Allow' ? 'The role would be assumed' : 'The role would not be assumed'
      }
      action={<WhyButton decision={asked.data} />}
    >
      {trustWords(asked.data)} {explainReason(asked.data)}
    </Alert>
  )
}

function trustWords(decision: Decision) {
  switch (halvesOf(decision)?.trust.outcome) {
    case 'allows':
      return 'The trust policy lets the caller in.'
    case 'denies':
      return 'The trust policy denies the caller.'
    case 'silent':
      return 'The trust policy does not let the caller in.'
    default:
      return ''
  }
}

import Alert from '@cloudscape-design/components/alert'
import { AppLink } from '~/components/app-link'
import { WhyButton } from '~/components/explain/why-button'
import type { Assumption } from '~/data/assumptions'
import { explainReason } from '~/engine/evaluate/explain'
import { pb } from '~/lib/path-builder'
import { entityOf, sentence } from './entity'

type Props = { assumption: Assumption; own: string }

/** What an arrow stands for, in a sentence, with the decision behind it. */
export function ChosenAssumption({ assumption, own }: Props) {
  const { to, allowed, decision } = assumption
  const role = entityOf(to)
  return (
    <Alert
      type={allowed ? 'success' : 'warning'}
      statusIconAriaLabel={allowed ? 'Allowed' : 'Refused'}
      header={sentence(assumption)}
      action={<WhyButton decision={decision} />}
    >
      {decision
        ? explainReason(decision)
        : 'The trust policy names somebody who does not exist.'}{' '}
      {role.account === own && (
        <AppLink href={pb.role(role.name, 'trust_relationships')}>
          {`Trust relationships of ${role.name}`}
        </AppLink>
      )}
    </Alert>
  )
}

import { REVOCATION, revocation } from '~/data/revocation'
import type { AwsClient } from '~/engine'
import { clock } from '~/lib/clock'

/** A step of a write: whoever is signed in as the user now may do nothing more. */
export const revokeSessions = ({ iam }: AwsClient, UserName: string) => ({
  what: `Revoke active console sessions of ${UserName}`,
  call: () =>
    iam.putUserPolicy({
      UserName,
      PolicyName: REVOCATION,
      PolicyDocument: revocation(clock.now()),
    }),
})

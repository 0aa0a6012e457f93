/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
import type { GetFederationTokenRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { federatedUserArn } from '../arn'
import { requestTags } from '../context'
import type { OperationTable, Target } from '../kernel'
import { openSession, stsCredentials } from '../sessions'
import { constrain } from './params'
import * as p from './sts-params'
import { HOUR } from './sts-params'
import { arnsOf, checkSessionPolicy, packedSize, sessionPolicies } from './sts-policies'
import { sessionTags } from './sts-tags'

const targetOf = (account: string, input: GetFederationTokenRequest): Target => ({
  arn: federatedUserArn(account, p.given(input.Name)),
  context: requestTags(input.Tags),
})

/** By now every session has been refused, so the caller is a user or root itself. */
export const tokenOperations: Pick<OperationTable<StsOperations>, 'GetFederationToken'> = {
  GetFederationToken: {
    readOnly: false,
    check: (input) => {
      constrain({
        Name: { ...p.sessionName, max: 32 },
        ...p.shortSessionPolicies,
        DurationSeconds: p.userSeconds,
        Tags: p.sessionTags,
      })(input)
      checkSessionPolicy(input)
      packedSize(input, p.givenTags(input.Tags))
    },
    needs: (input) => ({ documents: arnsOf(input) }),
    on: ({ caller, input }) => {
      sessionTags(caller, input)
      return targetOf(caller.account, input)
    },
    also: ({ caller, input }) =>
      input.Tags?.length
        ? [{ action: 'sts:TagSession', target: targetOf(caller.account, input) }]
        : [],
    run: ({ world, caller, account, input, now }) => {
      const name = p.given(input.Name)
      const { tags } = sessionTags(caller, input)
      const asked = input.DurationSeconds ?? 12 * HOUR
      const session = openSession(world, {
        account: caller.account,
        now,
        seconds: caller.kind === 'root' ? Math.min(asked, HOUR) : asked,
        mfa: false,
        console: false,
        identity: {
          type: 'federated-user',
          name,
          ...(caller.kind === 'user' ? { userId: caller.userId } : {}),
          tags,
          ...sessionPolicies(account, input),
        },
      })
      return {
        Credentials: stsCredentials(session),
        FederatedUser: {
          FederatedUserId: `${caller.account}:${name}`,
          Arn: federatedUserArn(caller.account, name),
        },
        // zero where nothing was packed, unlike what roles are answered
        PackedPolicySize: packedSize(input, tags),
      }
    },
  },
}

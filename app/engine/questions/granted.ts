/** What somebody's own policies allow, whatever the resource's policy, a boundary or an SCP say. */
import { rootArn } from '../arn'
import { principalOf } from '../caller'
import { callerContext } from '../context'
import { authorize } from '../evaluate/authorize'
import type { Decision } from '../evaluate/decision'
import type { World } from '../model'
import { gatherPolicies } from '../policies-of'
import { callerNamed } from '../question-caller'

/**
 * The decision by identity-based policies alone, as the policy simulator looks at them.
 * `principal` is the ARN of a user or role, `now` an ISO time.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export function granted(
  world: World,
  { principal, action, resource = '*' }: Asked,
  now: string
): Decision {
  const caller = callerNamed(world, principal, now)
  const { set, names } = gatherPolicies(world, caller, { action })
  const account = caller.account
  const request = {
    principal: principalOf(caller),
    action,
    resource: { arn: resource, account },
    context: callerContext(world, caller, now),
  }
  const own = { identity: set.identity }
  const options = names.identity ? { names: { identity: names.identity } } : {}
  if (!assumes(action)) return authorize(request, own, options)
  // a role that trusts the account leaves the question to the caller's policies
  return authorize(request, { ...own, trust: trusting(account) }, options)
}

type Asked = { principal: string; action: string; resource?: string }

const assumes = (action: string) => action.toLowerCase() === 'sts:assumerole'

const trusting = (account: string) => ({
  Version: '2012-10-17' as const,
  Statement: [
    {
      Effect: 'Allow' as const,
      Principal: { AWS: rootArn(account) },
      Action: 'sts:AssumeRole',
    },
  ],
})

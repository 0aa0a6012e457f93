/** What customer managed policies and their versions have in common. */
import type { Caller } from '../caller'
import { serviceError } from '../errors'
import type { Account } from '../model'
import { theCustomerPolicy, thePolicy } from './find'
import { acceptIdentityPolicy, countedSize } from './text'

const POLICY_SIZE = 6144

export function acceptDocument(text: string) {
  acceptIdentityPolicy(text)
  if (countedSize(text) > POLICY_SIZE) {
    throw serviceError(
      'LimitExceeded',
      `Cannot exceed quota for PolicySize: ${POLICY_SIZE}`
    )
  }
}

type Asking = { account: Account; caller: Caller; input: { PolicyArn?: string } }

/**
 * Only AWS changes its own policies: no identity-based policy can allow it, not even root's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
export function theOwnPolicy({ account, caller, input }: Asking, action: string) {
  const arn = input.PolicyArn
  if (arn?.startsWith('arn:aws:iam::aws:')) {
    thePolicy(account, arn)
    throw serviceError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: ${action} on resource: policy ${arn} because no identity-based policy allows the ${action} action`
    )
  }
  return theCustomerPolicy(account, arn)
}

/** AWS managed policies are loaded before they are spoken of. */
export const ofPolicy = ({ PolicyArn }: { PolicyArn: string | undefined }) => ({
  documents: [PolicyArn ?? ''],
})

import { Memo } from '../policy/memo'

/** What the rules need to know of an action by its name alone. */
export type ActionFacts = {
  lowered: string
  kind: 'ordinary' | 'assume' | 'kms' | 'undeniable' | 'unrestricted' | 'bucket-policy'
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
const assuming = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
])

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
const ofBucketPolicies = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
])

function kindOf(lowered: string): ActionFacts['kind'] {
  // works even when a policy denies it:
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  if (lowered === 'sts:getcalleridentity') return 'undeniable'
  // needs no permission, though it can be denied:
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
  if (lowered === 'sts:getsessiontoken') return 'unrestricted'
  if (assuming.has(lowered)) return 'assume'
  if (ofBucketPolicies.has(lowered)) return 'bucket-policy'
  return lowered.startsWith('kms:') ? 'kms' : 'ordinary'
}

const facts = new Memo<ActionFacts>((action) => {
  const lowered = action.toLowerCase()
  return { lowered, kind: kindOf(lowered) }
}, 5_000)

export const actionFacts = (action: unknown) =>
  facts.get(typeof action === 'string' ? action : '')

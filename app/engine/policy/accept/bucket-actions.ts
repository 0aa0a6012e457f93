/**
 * Which S3 actions speak of a bucket and which of its objects.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
import { expandAction } from '../../catalog/actions'

export type ResourceKind = 'bucket' | 'object'

/** A wildcard that ends a bucket's name reaches its objects as well. */
export function resourceKinds(arn: string): ResourceKind[] {
  if (arn.includes('/')) return ['object']
  return arn.endsWith('*') ? ['bucket', 'object'] : ['bucket']
}

const objectActions = new Set([
  'AbortMultipartUpload',
  'BypassGovernanceRetention',
  'InitiateReplication',
  'ListMultipartUploadParts',
  'ReplicateDelete',
  'ReplicateTags',
])

const isObjectAction = (name: string) =>
  objectActions.has(name) ||
  (name.includes('Object') && !name.includes('Bucket') && !name.endsWith('ForObjectLambda'))

const kindOf = (name: string): ResourceKind => (isObjectAction(name) ? 'object' : 'bucket')

/** Whether any action an entry covers can be done to one of these. */
export function appliesTo(entry: string, kinds: ResourceKind[]) {
  const actions = expandAction(entry)
  if (actions === undefined) return true
  return actions.some(({ name }) => kinds.includes(kindOf(name)))
}

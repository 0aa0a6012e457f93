import { on } from './place'

const identity = [
  '/iam/users/:userName/create-policy',
  '/iam/groups/:groupName/create-policy',
  '/iam/roles/:roleName/create-policy',
  '/iam/policies/create',
  '/iam/policies/:policyArn/edit',
] as const
const bucket = '/s3/buckets/:bucket'
const trust = ['/iam/roles/:roleName/edit-trust-policy', '/iam/roles/create'] as const

/** Wherever a policy is written as JSON. */
export const statementPanel = {
  ...on([...identity, ...trust, bucket], {
    'policyEditor.addStatement': ['button', 'Add new statement'],
    'policyEditor.format': ['button', 'Format'],
    'policyEditor.panel': ['button', 'Edit statement'],
    'policyEditor.remove': ['button', 'Remove'],
    'policyEditor.addCondition': ['button', 'Add a condition'],
  }),
  ...on([...identity, bucket], {
    'policyEditor.service': ['button', 'Service'],
    'policyEditor.addResource': ['button', 'Add a resource'],
  }),
  ...on([...trust, bucket], {
    'policyEditor.addPrincipal': ['button', 'Add a principal'],
  }),
}

/** What a link to the create-user wizard can carry. */
import type { Query } from '../path-builder'

import type { Parameters } from './parameters'
import { wordOf } from './text'

export type UserStep = 'details' | 'permissions' | 'review'

const steps: Record<string, UserStep> = {
  details: 'details',
  specifyuserdetails: 'details',
  '1': 'details',
  permission: 'permissions',
  permissions: 'permissions',
  setpermissions: 'permissions',
  '2': 'permissions',
  tags: 'review',
  review: 'review',
  reviewandcreate: 'review',
  // the page after the last button, which is the wizard's to open
  final: 'review',
  success: 'review',
  '3': 'review',
}

export type UserOption = 'groups' | 'copy' | 'attach'

const options: Record<string, UserOption> = {
  policies: 'attach',
  policy: 'attach',
  attach: 'attach',
  attachpolicies: 'attach',
  groups: 'groups',
  group: 'groups',
  copy: 'copy',
  copyuser: 'copy',
  copypermissions: 'copy',
}

export type UserLink = {
  names: string[]
  /** A password, so that a person can sign in. */
  console: boolean
  accessKey: boolean
  option: UserOption | undefined
  policies: string[]
  groups: string[]
  copyFrom: string | undefined
  boundary: string | undefined
  step: UserStep | undefined
}

const impliedOption = (policies: string[], groups: string[], from: string | undefined) => {
  if (policies.length > 0) return 'attach'
  if (groups.length > 0) return 'groups'
  return from ? 'copy' : undefined
}

export function readUserLink(from: Parameters): UserLink {
  const policies = from.words('policies', 'policyArns', 'policyArn', 'policy')
  const groups = from.words('groups', 'groupNames', 'groupName', 'group')
  const copyFrom = from.word('copyFrom', 'copyUser', 'fromUser')
  const access = wordOf(from.word('accessType'))
  return {
    names: from.words('userNames', 'userName', 'names', 'name', 'user', 'users'),
    console:
      from.flag('login', 'console', 'consoleAccess', 'password') ??
      access.includes('console'),
    accessKey:
      from.flag('accessKey', 'accessKeys', 'programmatic') ??
      access.includes('programmatic'),
    option:
      options[wordOf(from.word('permissionType', 'permissionsType'))] ??
      impliedOption(policies, groups, copyFrom),
    policies,
    groups,
    copyFrom,
    boundary: from.word('permissionsBoundary', 'permissionsBoundaryArn', 'boundary'),
    step: steps[wordOf(from.word('step'))],
  }
}

const yes = (flag: boolean) => (flag ? 'true' : undefined)

/** The wizard's own parameters: `readUserLink` reads the same out of them again. */
export const toUserQuery = (link: UserLink): Query => ({
  userNames: link.names.join(','),
  consoleAccess: yes(link.console),
  accessKey: yes(link.accessKey),
  permissionType: link.option,
  policies: link.policies.join(','),
  groups: link.groups.join(','),
  copyFrom: link.copyFrom,
  permissionsBoundary: link.boundary,
  step: link.step,
})

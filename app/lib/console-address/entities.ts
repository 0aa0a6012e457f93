/** Roles, users, groups and policies: their lists, their wizards, and each of them. */
import { pb } from '../path-builder'

import { readRoleLink, toRoleQuery } from './create-role'
import { readUserLink, toUserQuery } from './create-user'
import { readNamed, readPolicy } from './named'
import type { Parameters } from './parameters'
import { type Entity, sectionOf } from './sections'
import { wordOf } from './text'

export type Asked = {
  /** What follows the section: `details`, a name, a page. */
  rest: string[]
  view: string | undefined
  parameters: Parameters
}

const isNew = ({ rest, view }: Asked) =>
  rest.length === 0
    ? ['new', 'create'].includes(wordOf(view))
    : rest.length === 1 && ['create', 'new'].includes(wordOf(rest[0])) && !view

/** The tab that is asked for by parameter, by the view after a dollar sign, or by a page. */
const sectionIn = (entity: Entity, { parameters }: Asked, page: string) =>
  sectionOf(entity, parameters.word('section', 'tab')) ?? sectionOf(entity, page)

function roles(asked: Asked) {
  if (isNew(asked)) return pb.roleCreate(toRoleQuery(readRoleLink(asked.parameters)))
  const role = readNamed(asked.rest, asked.view)
  if (!role) return pb.roles()
  const { name, page, after } = role
  if (page.startsWith('edittrust')) return pb.roleTrustPolicyEdit(name)
  if (page.startsWith('attach')) return pb.roleAttachPolicies(name)
  if (page.startsWith('create')) return pb.roleCreatePolicy(name)
  if (page === 'editpolicy' && after) return pb.roleEditPolicy(name, after)
  return pb.role(name, sectionIn('roles', asked, page))
}

function users(asked: Asked) {
  if (isNew(asked)) return pb.userCreate(toUserQuery(readUserLink(asked.parameters)))
  const user = readNamed(asked.rest, asked.view)
  if (!user) return pb.users()
  const { name, page, after } = user
  if (page.startsWith('addpermission')) return pb.userAddPermissions(name)
  if (page === 'createpolicy' || page === 'createinlinepolicy')
    return pb.userCreatePolicy(name)
  if (page === 'editpolicy' && after) return pb.userEditPolicy(name, after)
  if (page === 'createaccesskey' || page === 'accesskeywizard')
    return pb.userCreateAccessKey(name)
  if (page === 'mfa') return pb.userAssignMfa(name)
  return pb.user(name, sectionIn('users', asked, page))
}

function groups(asked: Asked) {
  if (isNew(asked))
    return pb.groupCreate({ groupName: asked.parameters.word('groupName', 'name') })
  const group = readNamed(asked.rest, asked.view)
  if (!group) return pb.groups()
  const { name, page, after } = group
  if (page.startsWith('attach')) return pb.groupAttachPolicies(name)
  if (page.startsWith('create')) return pb.groupCreatePolicy(name)
  if (page === 'editpolicy' && after) return pb.groupEditPolicy(name, after)
  return pb.group(name, sectionIn('groups', asked, page))
}

const views: Record<string, string> = {
  jsoneditor: 'json',
  json: 'json',
  edit: 'json',
  servicelevelsummary: 'summary',
  summary: 'summary',
}

/** An inline policy of 2021 names its holder in its parameters. */
function inlineHolder({ parameters }: Asked) {
  const group = parameters.word('groupId', 'groupName')
  const role = parameters.word('roleId', 'roleName')
  const user = parameters.word('userId', 'userName')
  if (group) return pb.group(group, 'permissions')
  if (role) return pb.role(role, 'permissions')
  return user ? pb.user(user, 'permissions') : pb.policies()
}

function policies(asked: Asked) {
  if (isNew(asked)) return pb.policyCreate()
  if (asked.rest.length === 0 && wordOf(asked.view).startsWith('inline'))
    return inlineHolder(asked)
  const policy = readPolicy(asked.rest, asked.view)
  if (!policy) return pb.policies()
  const { name, page } = policy
  if (page.startsWith('edit')) return pb.policyEdit(name)
  return pb.policy(
    name,
    sectionIn('policies', asked, page),
    views[page] ?? views[wordOf(asked.parameters.word('view'))]
  )
}

export const entities = { roles, users, groups, policies } satisfies Record<
  Entity,
  (asked: Asked) => string
>

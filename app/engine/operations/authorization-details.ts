/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
import type {
  EntityType,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { nameOf, roleArn } from '../arn'
import { managedPolicyDocument, managedPolicyEntry } from '../catalog/managed-policies'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Account, Group, PolicyHolder, Role, User, World } from '../model'
import { nameOfKey } from '../records'
import { byName, isMarker, page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam } from './params'
import {
  boundaryShape,
  briefRole,
  groupShape,
  instanceProfileShape,
  lastUsedShape,
  listedUser,
  ownPolicyArn,
  policyShape,
  policyUses,
  type PolicyUses,
} from './shapes'
import { tagsShape } from './tags'
import { onEverything } from './targets'
import { encodeDocument } from './text'

/** In the order in which the service lists them. */
const kinds = ['LocalManagedPolicy', 'User', 'AWSManagedPolicy', 'Role', 'Group']

const inlineList = ({ inline }: PolicyHolder): PolicyDetail[] =>
  Object.entries(inline).map(([key, text]) => ({
    PolicyName: nameOfKey(key),
    PolicyDocument: encodeDocument(text),
  }))

const attachedList = ({ attached }: PolicyHolder) =>
  attached.map((arn) => ({ PolicyName: nameOf(arn), PolicyArn: arn }))

export function userDetail(account: Account, user: User): UserDetail {
  const { PasswordLastUsed: _, ...shape } = listedUser(account, user)
  const inline = inlineList(user)
  return {
    ...shape,
    // the only list that is left out when it is empty
    ...(inline.length > 0 ? { UserPolicyList: inline } : {}),
    GroupList: user.groups.toSorted(),
    AttachedManagedPolicies: attachedList(user),
    ...boundaryShape(user.boundary),
    Tags: tagsShape(user.tags),
  }
}

export const groupDetail = (account: Account, group: Group): GroupDetail => ({
  ...groupShape(account, group),
  GroupPolicyList: inlineList(group),
  AttachedManagedPolicies: attachedList(group),
})

export function roleDetail(world: World, account: Account, role: Role): RoleDetail {
  const profiles = byName(account.instanceProfiles).filter(({ roles }) =>
    roles.includes(role.name)
  )
  return {
    ...briefRole(world, account, role),
    Arn: roleArn(account.id, role.path, role.name),
    InstanceProfileList: profiles.map((each) => instanceProfileShape(world, account, each)),
    RolePolicyList: inlineList(role),
    AttachedManagedPolicies: attachedList(role),
    ...boundaryShape(role.boundary),
    Tags: tagsShape(role.tags),
    RoleLastUsed: lastUsedShape(role),
  }
}

const ownDetails = (account: Account, uses: PolicyUses): ManagedPolicyDetail[] =>
  byName(account.policies).map((policy) => {
    const found = { owner: 'customer' as const, arn: ownPolicyArn(account, policy), policy }
    const versions = Object.entries(policy.versions).toReversed()
    return {
      ...policyShape(found, uses),
      PolicyVersionList: versions.map(([id, { document, created }]) => ({
        Document: encodeDocument(document),
        VersionId: id,
        IsDefaultVersion: id === policy.defaultVersion,
        CreateDate: new Date(created),
      })),
    }
  })

/** Of AWS's policies those that somebody has, with the version that counts. */
function awsDetails(uses: PolicyUses): ManagedPolicyDetail[] {
  const arns = new Set([...uses.attached.keys(), ...uses.boundaries.keys()])
  return [...arns].sort().flatMap((arn) => {
    const policy = arn.startsWith('arn:aws:iam::aws:') ? managedPolicyEntry(arn) : undefined
    const document = managedPolicyDocument(arn)
    if (!policy || document === undefined) return []
    const version = {
      Document: encodeDocument(document),
      VersionId: policy.version,
      IsDefaultVersion: true,
      CreateDate: new Date(policy.updated),
    }
    const shape = policyShape({ owner: 'aws', arn, policy }, uses)
    return [{ ...shape, PolicyVersionList: [version] }]
  })
}

type Detail =
  | { list: 'UserDetailList'; detail: UserDetail }
  | { list: 'GroupDetailList'; detail: GroupDetail }
  | { list: 'RoleDetailList'; detail: RoleDetail }
  | { list: 'Policies'; detail: ManagedPolicyDetail }

function detailsOf(world: World, account: Account, wanted: (kind: EntityType) => boolean) {
  const uses = policyUses(account)
  const own = wanted('LocalManagedPolicy') ? ownDetails(account, uses) : []
  const aws = wanted('AWSManagedPolicy') ? awsDetails(uses) : []
  const details: Detail[] = [
    ...(wanted('User') ? shelfByName(account.users) : []).map((user) => ({
      list: 'UserDetailList' as const,
      detail: userDetail(account, user),
    })),
    ...(wanted('Group') ? byName(account.groups) : []).map((group) => ({
      list: 'GroupDetailList' as const,
      detail: groupDetail(account, group),
    })),
    ...(wanted('Role') ? shelfByName(account.roles) : []).map((role) => ({
      list: 'RoleDetailList' as const,
      detail: roleDetail(world, account, role),
    })),
    ...[...own, ...aws].map((detail) => ({ list: 'Policies' as const, detail })),
  ]
  return details
}

const ofList = <List extends Detail['list']>(details: Detail[], list: List) =>
  details.flatMap((each) =>
    // the name of a list tells what is in it
    each.list === list ? [each.detail as Extract<Detail, { list: List }>['detail']] : []
  )

export const authorizationDetailOperations = {
  GetAccountAuthorizationDetails: {
    check: constrainIam({ Filter: { list: true, each: { oneOf: kinds } }, ...p.paging }),
    on: onEverything,
    run: ({ world, account, input }) => {
      const { Filter, Marker } = input
      // a recorded answer of AWS to a marker that is none
      if (Marker !== undefined && !isMarker(Marker))
        throw serviceError('ValidationError', 'Marker and Filter do not match')
      const wanted = (kind: EntityType) => !Filter?.length || Filter.includes(kind)
      const { items, ...rest } = page(detailsOf(world, account, wanted), input)
      return {
        UserDetailList: ofList(items, 'UserDetailList'),
        GroupDetailList: ofList(items, 'GroupDetailList'),
        RoleDetailList: ofList(items, 'RoleDetailList'),
        Policies: ofList(items, 'Policies'),
        ...rest,
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>

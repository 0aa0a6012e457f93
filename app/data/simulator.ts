/** What the policy simulator asks: whose policies there are, what they read, what they need. */
import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { nameOf } from '~/engine/arn'
import { type KeyFacts, keyFacts, serviceOfKey } from '~/engine/catalog/condition-keys'
import { loadServiceAuthorization } from '~/engine/catalog/service-authorization'
import { isServiceError, type ServiceError } from '~/engine/errors'
import { allPages, useCaller } from './client'
import { decodeDocument } from './documents'

export type PrincipalKind = 'user' | 'group' | 'role'
export type Principal = { kind: PrincipalKind; name: string }

/** A policy that is to be simulated. */
export type HeldText = {
  /** Among all policies of all principals. */
  id: string
  /** As the simulation's answer calls it. */
  source: string
  name: string
  kind: 'inline' | 'managed' | 'boundary'
  /** Of managed policies. */
  arn?: string
  /** Whose it is: of a user's policies some are its groups'. */
  holder: Principal
  /** Only where one may read it. */
  text?: string
  error?: ServiceError
}

export type HeldTexts = {
  arn: string
  policies: HeldText[]
  /** Lists that were refused: there may be more than is shown. */
  refused: ServiceError[]
}

/** Of several questions each may be refused, and hides none of the others. */
async function attempt<T>(
  ask: () => Promise<T>
): Promise<{ answer?: T; error?: ServiceError }> {
  try {
    return { answer: await ask() }
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { error }
  }
}

async function managedText({ iam }: AwsClient, PolicyArn: string) {
  const { Policy } = await iam.getPolicy({ PolicyArn })
  const VersionId = Policy?.DefaultVersionId
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId })
  return decodeDocument(PolicyVersion?.Document)
}

/** The operations of each kind of principal, whose names and fields differ. */
const asks = {
  user: {
    find: async ({ iam }: AwsClient, UserName: string) =>
      (await iam.getUser({ UserName })).User,
    inline: (client: AwsClient, UserName: string) =>
      allPages(client, 'ListUserPolicies', { UserName }, (page) => page.PolicyNames),
    attached: (client: AwsClient, UserName: string) =>
      allPages(
        client,
        'ListAttachedUserPolicies',
        { UserName },
        (page) => page.AttachedPolicies
      ),
    text: ({ iam }: AwsClient, UserName: string, PolicyName: string) =>
      iam.getUserPolicy({ UserName, PolicyName }),
  },
  role: {
    find: async ({ iam }: AwsClient, RoleName: string) =>
      (await iam.getRole({ RoleName })).Role,
    inline: (client: AwsClient, RoleName: string) =>
      allPages(client, 'ListRolePolicies', { RoleName }, (page) => page.PolicyNames),
    attached: (client: AwsClient, RoleName: string) =>
      allPages(
        client,
        'ListAttachedRolePolicies',
        { RoleName },
        (page) => page.AttachedPolicies
      ),
    text: ({ iam }: AwsClient, RoleName: string, PolicyName: string) =>
      iam.getRolePolicy({ RoleName, PolicyName }),
  },
  group: {
    find: async ({ iam }: AwsClient, GroupName: string) => {
      const { Group } = await iam.getGroup({ GroupName })
      return Group && { Arn: Group.Arn, PermissionsBoundary: undefined }
    },
    inline: (client: AwsClient, GroupName: string) =>
      allPages(client, 'ListGroupPolicies', { GroupName }, (page) => page.PolicyNames),
    attached: (client: AwsClient, GroupName: string) =>
      allPages(
        client,
        'ListAttachedGroupPolicies',
        { GroupName },
        (page) => page.AttachedPolicies
      ),
    text: ({ iam }: AwsClient, GroupName: string, PolicyName: string) =>
      iam.getGroupPolicy({ GroupName, PolicyName }),
  },
}

type Named = Omit<HeldText, 'id' | 'text' | 'error'>

async function withText(of: string, policy: Named, read: () => Promise<string>) {
  const { answer, error } = await attempt(read)
  return {
    ...policy,
    id: [
      of,
      policy.kind,
      policy.holder.kind,
      policy.holder.name,
      policy.arn ?? policy.name,
    ].join(' '),
    ...(answer === undefined ? {} : { text: answer }),
    ...(error ? { error } : {}),
  }
}

/** What a principal holds itself, inline and attached. */
async function ownPolicies(client: AwsClient, of: string, holder: Principal) {
  const { kind, name } = holder
  const ask = asks[kind]
  const inline = await attempt(() => ask.inline(client, name))
  const attached = await attempt(() => ask.attached(client, name))
  const policies = await Promise.all([
    ...(inline.answer ?? []).map((policy) =>
      withText(
        of,
        { source: `${kind}_${name}_${policy}`, name: policy, kind: 'inline', holder },
        async () => decodeDocument((await ask.text(client, name, policy)).PolicyDocument)
      )
    ),
    ...(attached.answer ?? []).map(({ PolicyName = '', PolicyArn: arn = '' }) =>
      withText(
        of,
        { source: PolicyName, name: PolicyName, kind: 'managed', arn, holder },
        () => managedText(client, arn)
      )
    ),
  ])
  return {
    policies,
    refused: [inline.error, attached.error].flatMap((error) => error ?? []),
  }
}

async function groupsOf(client: AwsClient, { kind, name: UserName }: Principal) {
  if (kind !== 'user') return {}
  return attempt(() =>
    allPages(client, 'ListGroupsForUser', { UserName }, (page) => page.Groups)
  )
}

async function heldTexts(client: AwsClient, principal: Principal): Promise<HeldTexts> {
  const { kind, name } = principal
  const of = `${kind}/${name}`
  const found = await asks[kind].find(client, name)
  const groups = await groupsOf(client, principal)
  const holders: Principal[] = [
    principal,
    ...(groups.answer ?? []).map(({ GroupName = '' }) => ({
      kind: 'group' as const,
      name: GroupName,
    })),
  ]
  const held = await Promise.all(holders.map((holder) => ownPolicies(client, of, holder)))
  const boundary = found?.PermissionsBoundary?.PermissionsBoundaryArn
  const limits =
    boundary === undefined
      ? []
      : [
          await withText(
            of,
            {
              source: boundary,
              name: nameOf(boundary),
              kind: 'boundary',
              arn: boundary,
              holder: principal,
            },
            () => managedText(client, boundary)
          ),
        ]
  return {
    arn: found?.Arn ?? '',
    policies: [...held.flatMap(({ policies }) => policies), ...limits],
    refused: [groups.error, ...held.flatMap(({ refused }) => refused)].flatMap(
      (error) => error ?? []
    ),
  }
}

export function useHeldTexts(principal: Principal | undefined) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'held texts', principal],
    enabled: principal !== undefined,
    queryFn: () => {
      if (!principal) throw new Error('nobody to ask for')
      return heldTexts(caller.client(), principal)
    },
  })
}

export type ContextKey = { name: string } & Partial<KeyFacts>

/** The keys that policies use, with the types that their services give them. */
export function useContextKeys(arn: string | undefined, texts: string[]) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'context keys', arn, texts],
    enabled: arn !== undefined || texts.length > 0,
    queryFn: async (): Promise<ContextKey[]> => {
      const { iam } = caller.client()
      const { ContextKeyNames = [] } =
        arn === undefined
          ? await iam.getContextKeysForCustomPolicy({ PolicyInputList: texts })
          : await iam.getContextKeysForPrincipalPolicy({
              PolicySourceArn: arn,
              PolicyInputList: texts,
            })
      return withTypes(ContextKeyNames)
    },
  })
}

async function withTypes(names: string[]): Promise<ContextKey[]> {
  const lower = names.map((name) => name.toLowerCase())
  await loadServiceAuthorization(lower.flatMap((name) => serviceOfKey(name) ?? []))
  return names.map((name, index) => ({ name, ...keyFacts(lower[index] ?? '') }))
}

const BUCKET = /^arn:aws:s3:::([^/*?]+)/

const bucketIn = (arn: string) => BUCKET.exec(arn)?.[1]

/** Only a bucket's own policy can be read; the simulation takes none of a role. */
export const hasResourcePolicy = (arn: string) => bucketIn(arn) !== undefined

export async function resourcePolicy({ s3 }: AwsClient, arn: string) {
  const { Policy = '' } = await s3.getBucketPolicy({ Bucket: bucketIn(arn) })
  return Policy
}

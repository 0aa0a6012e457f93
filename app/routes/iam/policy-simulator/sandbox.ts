/**
 * The policies of a simulation: what is left out of those that somebody has, and what stands in
 * for them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
import type { PolicyIdentifier, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam'
import type { HeldText } from '~/data/simulator'
import type { Draft } from './draft'

type Sandbox = Pick<Draft, 'left' | 'edits' | 'withoutScps'>

export const isLeftOut = ({ left }: Sandbox, { id }: HeldText) => left.includes(id)

export const isEdited = ({ edits }: Sandbox, { id, text }: HeldText) =>
  edits[id] !== undefined && edits[id] !== text

const identifierOf = ({ arn, name, holder }: HeldText): PolicyIdentifier =>
  arn === undefined
    ? {
        InlinePolicyIdentifier: {
          PolicyName: name,
          AttachmentType: holder.kind,
          AttachmentName: holder.name,
        },
      }
    : { PolicyArn: arn }

/** A managed policy goes by its ARN: as long as one of its copies stays, so do its permissions. */
function exclusions(policies: HeldText[], sandbox: Sandbox): PolicyIdentifier[] {
  const isKept = (policy: HeldText) =>
    !isLeftOut(sandbox, policy) && !isEdited(sandbox, policy)
  const kept = new Set(policies.filter(isKept).map(({ arn }) => arn))
  const gone = policies.filter((policy) => !isKept(policy))
  const out = gone.filter(({ arn }) => arn === undefined || !kept.has(arn))
  return [...new Map(out.map((policy) => [policy.arn ?? policy.id, policy])).values()].map(
    identifierOf
  )
}

const filled = <K extends string, T>(key: K, list: T[]) =>
  list.length > 0 ? ({ [key]: list } as { [P in K]?: T[] }) : {}

const textsOf = (policies: HeldText[], { edits }: Sandbox) =>
  policies.map(({ id, text = '' }) => edits[id] ?? text)

/** The policies that stay and have another text than in the account. */
export const editedOf = (policies: HeldText[], sandbox: Sandbox) =>
  policies.filter((policy) => !isLeftOut(sandbox, policy) && isEdited(sandbox, policy))

export function sandboxInput(
  held: HeldText[],
  sandbox: Sandbox
): Pick<
  SimulatePrincipalPolicyRequest,
  'PolicyExclusionList' | 'PolicyInputList' | 'PermissionsBoundaryPolicyInputList'
> {
  const identity = held.filter(({ kind }) => kind !== 'boundary')
  const boundary = held.filter(({ kind }) => kind === 'boundary')
  const out: PolicyIdentifier[] = [
    ...exclusions(identity, sandbox),
    ...(boundary.some((policy) => isLeftOut(sandbox, policy))
      ? [{ PolicyType: 'permission-boundary' as const }]
      : []),
    ...(sandbox.withoutScps ? [{ PolicyType: 'scp' as const }] : []),
  ]
  return {
    ...filled('PolicyExclusionList', out),
    ...filled('PolicyInputList', textsOf(editedOf(identity, sandbox), sandbox)),
    ...filled(
      'PermissionsBoundaryPolicyInputList',
      textsOf(editedOf(boundary, sandbox), sandbox)
    ),
  }
}

/** A policy that the answer names: how people call it, and its text where it is known. */
export type Source = { name: string; text?: string }

const numbered = (list: string, policies: Source[]) =>
  policies.map((policy, index) => [`${list}.${index + 1}`, policy] as const)

const fromOf = ({ name, holder, kind }: HeldText) =>
  holder.kind === 'group' && kind !== 'boundary' ? `${name} (group ${holder.name})` : name

/** The policies of the simulation by the names that the answer gives them. */
export function sourcesOf(held: HeldText[], draft: Draft): ReadonlyMap<string, Source> {
  const toSource = (policy: HeldText): Source => ({
    name: fromOf(policy),
    ...(policy.text === undefined ? {} : { text: policy.text }),
  })
  const edited = editedOf(held, draft).map((policy) => ({
    ...policy,
    source: { name: `${fromOf(policy)} (edited)`, text: draft.edits[policy.id] ?? '' },
  }))
  const ofKind = (isBoundary: boolean) =>
    edited
      .filter(({ kind }) => (kind === 'boundary') === isBoundary)
      .map(({ source }) => source)
  return new Map<string, Source>([
    ...held.map((policy) => [policy.source, toSource(policy)] as const),
    ...numbered('PolicyInputList', ofKind(false)),
    ...numbered('PermissionsBoundaryPolicyInputList', ofKind(true)),
    ['ResourcePolicy', { name: 'Resource policy', text: draft.resourcePolicy }],
  ])
}

export const newSourcesOf = (draft: Draft): ReadonlyMap<string, Source> =>
  new Map<string, Source>([
    ...numbered(
      'PolicyInputList',
      draft.texts.map((text, index) => ({ name: `Policy ${index + 1}`, text }))
    ),
    ['ResourcePolicy', { name: 'Resource policy', text: draft.resourcePolicy }],
  ])

/** The trusted entities of a role, and when they are, as the console of 2021 tells them. */
import { parseArn } from '~/engine/arn'
import { type PolicyDocument, toList } from '~/engine/policy/document'

function awsInWords(value: string) {
  const arn = parseArn(value)
  if (value === '*') return 'Everyone'
  if (/^\d{12}$/.test(value)) return `The account ${value}`
  return arn?.resource === 'root' ? `The account ${arn.account}` : value
}

const allowing = (document: PolicyDocument | undefined) =>
  toList(document?.Statement).filter(({ Effect }) => Effect === 'Allow')

export function entitiesInWords(document: PolicyDocument | undefined): string[] {
  const found = allowing(document).flatMap(({ Principal }) => {
    if (Principal === undefined) return []
    if (typeof Principal === 'string') return ['Everyone']
    return [
      ...toList(Principal.Service).map((value) => `AWS service: ${value}`),
      ...toList(Principal.AWS).map(awsInWords),
      ...toList(Principal.Federated).map((value) => `The identity provider ${value}`),
    ]
  })
  return [...new Set(found)]
}

export type ConditionInWords = { operator: string; key: string; value: string }

export const conditionsInWords = (
  document: PolicyDocument | undefined
): ConditionInWords[] =>
  allowing(document).flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => ({
        operator,
        key,
        value: toList(value).join(', '),
      }))
    )
  )

/** What operations of IAM Access Analyzer have in common. */
import { analyse } from '../analyzer/analyse'
import { serviceError } from '../errors'
import type { Call } from '../kernel'
import type { Account, Analyzer, AnalyzerFinding, ArchiveRule } from '../model'
import { entryOf, untouched } from '../records'
import { constrainAs, pageByToken } from './json-params'
import { given, type Constraint } from './params'

export const constrain = constrainAs('ValidationException')

const nameRules = {
  min: 1,
  max: 255,
  pattern: /^[A-Za-z][\w.-]*$/,
  shown: '[A-Za-z][A-Za-z0-9_.-]*',
}

export const analyzerName: Constraint = { required: true, ...nameRules }
export const ruleName: Constraint = { required: true, ...nameRules }
export const analyzerArn: Constraint = {
  required: true,
  pattern: /^[^:]*:[^:]*:[^:]*:[^:]*:[^:]*:analyzer\/.{1,255}$/,
  shown: '[^:]*:[^:]*:[^:]*:[^:]*:[^:]*:analyzer/.{1,255}',
}

type Asked = { nextToken?: string | undefined; maxResults?: number | undefined }

export function pageOf<T>(items: T[], { nextToken, maxResults }: Asked) {
  const page = pageByToken(items, {
    token: nextToken,
    most: maxResults,
    code: 'ValidationException',
  })
  return { items: page.items, more: page.token ? { nextToken: page.token } : {} }
}

export const REGION = 'us-east-1'

const arnBefore = (account: string) => `arn:aws:access-analyzer:${REGION}:${account}:`

export const arnOf = (account: string, name = '') => `${arnBefore(account)}analyzer/${name}`

export const onAccount = ({ account }: Call<object>) => ({
  arn: `${arnBefore(account.id)}*`,
})

export const onNamed = ({
  account,
  input,
}: Call<{ analyzerName: string | undefined }>) => ({
  arn: arnOf(account.id, input.analyzerName),
})

export const onRule = (
  call: Call<{ analyzerName: string | undefined; ruleName: string | undefined }>
) => ({ arn: `${onNamed(call).arn}/archive-rule/${given(call.input.ruleName)}` })

export const onArn = ({ input }: Call<{ analyzerArn: string | undefined }>) => ({
  arn: given(input.analyzerArn),
})

export const notFound = (what: string) =>
  serviceError('ResourceNotFoundException', `${what} not found.`)

export function theAnalyzer(account: Account, name: string | undefined): Analyzer {
  const found = entryOf(account.analyzers ?? {}, name)
  if (found) return found
  throw notFound(`Analyzer: ${arnOf(account.id, name)}`)
}

export function analyzerByArn(account: Account, arn: string | undefined): Analyzer {
  const begin = arnOf(account.id)
  const text = given(arn)
  if (!text.startsWith(begin)) throw notFound(`Analyzer: ${text}`)
  return theAnalyzer(account, text.slice(begin.length))
}

export function theRule(analyzer: Analyzer, name: string | undefined): ArchiveRule {
  const found = entryOf(analyzer.rules, name)
  if (found) return found
  throw notFound(`Archive rule: ${name}`)
}

type Some = Pick<Call<object>, 'world' | 'account' | 'now'>

/** As of now, whether or not they were kept before. The world is looked at as it was. */
export function findingsOf({ world, account, now }: Some, analyzer: Analyzer) {
  return analyse(untouched(world), untouched(account), untouched(analyzer), now)
}

/** What has been seen is kept, so that it can be resolved once it is gone. */
export function keepFindings(call: Some, analyzer: Analyzer) {
  const records = findingsOf(call, analyzer)
  const isSame = JSON.stringify(records) === JSON.stringify(untouched(analyzer).findings)
  if (!isSame) analyzer.findings = records
}

/** Newest first, as the console shows them. */
export const newestFirst = (records: Record<string, AnalyzerFinding>) =>
  Object.values(records).toSorted((a, b) =>
    a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? 1 : -1
  )

/**
 * Whoever trusts an identity provider that serves everybody has to say whose tokens are meant.
 * Messages and finer points are recorded answers of AWS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
import { parseGlob, matchesGlob } from '../../match/wildcard'
import type { JsonNode, Member, ObjectNode, StringNode } from '../parse'
import { child, firstOf, texts } from '../tree'
import { refusal } from './refusal'

/** By issuer, the claim that has to be asked for; of most it is `sub`. */
const shared = new Map<string, string>([
  ['cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:aud'],
  ['sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'sts:RoleSessionName'],
  ['api.pulumi.com/oidc', 'api.pulumi.com/oidc:aud'],
  ['sandboxes.cloud', 'sandboxes.cloud:aud'],
  ['oidc.vercel.com', 'oidc.vercel.com:aud'],
  ...[
    'agent.buildkite.com',
    'oidc.codefresh.io',
    'studio.datachain.ai/api',
    'oidc-configuration.audit-log.githubusercontent.com',
    'vstoken.actions.githubusercontent.com',
    'gitlab.com',
    'rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7',
    'rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr',
    'rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg',
    'rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26',
    'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb',
    'oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu',
    'scalr.io',
    'tokens.cloud.shisho.dev',
    'app.terraform.io',
    'proidc.upbound.io',
  ].map((issuer): [string, string] => [issuer, `${issuer}:sub`]),
])

/** Known to AWS without being registered, with the claims one of which has to be asked for. */
const builtIn = new Map<string, string[]>([
  ['accounts.google.com', ['aud', 'oaud', 'sub']],
  ['www.amazon.com', ['app_id', 'sub']],
  ['graph.facebook.com', ['app_id', 'sub']],
])

const GITHUB = 'token.actions.githubusercontent.com'

const comparisons =
  /^(?:(?:ForAnyValue|ForAllValues):)?String(?:Equals|Like|EqualsIgnoreCase)$/
const equalities = /^(?:(?:ForAnyValue|ForAllValues):)?StringEquals(?:IgnoreCase)?$/

export function providerControlError(statement: ObjectNode) {
  if (texts(child(statement, 'Effect'))[0]?.value !== 'Allow') return undefined
  if (!texts(child(statement, 'Action')).some(coversWebIdentity)) return undefined
  const principal = child(statement, 'Principal')
  if (principal?.type !== 'object') return undefined
  const condition = child(statement, 'Condition')
  return firstOf(texts(child(principal, 'Federated')), (provider) => {
    const message = messageFor(provider.value, condition)
    return message === undefined ? undefined : refusal(message, provider)
  })
}

const coversWebIdentity = ({ value }: StringNode) =>
  matchesGlob(parseGlob(value.toLowerCase()), 'sts:assumerolewithwebidentity')

function messageFor(provider: string, condition: JsonNode | undefined) {
  const claims = builtIn.get(provider)
  if (claims) {
    const keys = claims.map((claim) => `${provider}:${claim}`)
    return asksOne(condition, keys)
      ? undefined
      : `Policy trusting ${provider} requires a StringEquals condition on an application id`
  }
  const issuer = provider.replace(/^arn:[^:]+:iam::\d{12}:oidc-provider\//, '')
  if (issuer.startsWith(GITHUB)) {
    const keys = [`${issuer}:sub`, `${issuer}:job_workflow_ref`]
    return isScoped(condition, keys, /^(?:\s*$|\*)/) ? undefined : scope(provider, keys)
  }
  const claim = shared.get(issuer)
  if (claim === undefined || isScoped(condition, [claim], /^\*$/)) return undefined
  return scope(provider, [claim])
}

const scope = (provider: string, keys: string[]) =>
  `Trust policy with trusted principal ${provider} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${keys.join(' or ')} which is not scoped to all.`

const blocksOf = (condition: JsonNode | undefined, operators: RegExp): Member[][] =>
  condition?.type === 'object'
    ? condition.members.flatMap(({ key, value }) =>
        operators.test(key.value) && value.type === 'object' ? [value.members] : []
      )
    : []

/** Some operator asks for one of the keys, in its own case. */
const asksOne = (condition: JsonNode | undefined, keys: string[]) =>
  blocksOf(condition, equalities).some((block) =>
    block.some(({ key }) => keys.includes(key.value))
  )

/** Some operator asks for the keys, and none of the values that it wants lets in everybody. */
function isScoped(condition: JsonNode | undefined, keys: string[], tooWide: RegExp) {
  const lowered = keys.map((key) => key.toLowerCase())
  return blocksOf(condition, comparisons).some((block) => {
    const asked = block.filter(({ key }) => lowered.includes(key.value.toLowerCase()))
    const values = asked.flatMap(({ value }) => texts(value))
    return asked.length > 0 && !values.some(({ value }) => tooWide.test(value))
  })
}

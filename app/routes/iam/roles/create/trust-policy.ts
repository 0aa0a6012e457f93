/**
 * The trust policy that the wizard writes for each kind of trusted entity.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create.html
 */
import type { PolicyDocument } from '~/engine/policy/document'
import { SAML_CONSOLE, type TrustForm } from './role-form'
import { findUseCase } from './service-use-cases'

const allow = (statement: object): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
})

function forService({ service }: TrustForm) {
  const principal = findUseCase(service.service, service.useCase)?.principal ?? ''
  return allow({ Action: ['sts:AssumeRole'], Principal: { Service: [principal] } })
}

function forAccount({ account }: TrustForm, own: string) {
  return allow({
    Action: 'sts:AssumeRole',
    Principal: { AWS: account.which === 'this' ? own : account.accountId },
    Condition: {
      ...(account.requireExternalId
        ? { StringEquals: { 'sts:ExternalId': account.externalId } }
        : {}),
      ...(account.requireMfa ? { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } : {}),
    },
  })
}

export type BuiltInProvider = {
  host: string
  label: string
  audienceLabel: string
  key: string
}

/** Providers that every account knows without having added them. */
export const builtInProviders: BuiltInProvider[] = [
  {
    host: 'cognito-identity.amazonaws.com',
    label: 'Amazon Cognito',
    audienceLabel: 'Identity Pool ID',
    key: 'cognito-identity.amazonaws.com:aud',
  },
  {
    host: 'www.amazon.com',
    label: 'Login with Amazon',
    audienceLabel: 'Application ID',
    key: 'www.amazon.com:app_id',
  },
  {
    host: 'graph.facebook.com',
    label: 'Facebook',
    audienceLabel: 'Application ID',
    key: 'graph.facebook.com:app_id',
  },
  {
    host: 'accounts.google.com',
    label: 'Google',
    audienceLabel: 'Audience',
    key: 'accounts.google.com:aud',
  },
]

export const GITHUB = 'token.actions.githubusercontent.com'

/** The host of an account's own provider: what follows `oidc-provider/` in its ARN. */
export const hostOf = (provider: string) => provider.replace(/^.*:oidc-provider\//, '')

function githubSubject({ organization, repository, branch }: TrustForm['webIdentity']) {
  const repo = `repo:${organization}/${repository || '*'}`
  return `${repo}:${branch ? `ref:refs/heads/${branch}` : '*'}`
}

function forWebIdentity({ webIdentity }: TrustForm) {
  const { provider, audience } = webIdentity
  const builtIn = builtInProviders.find(({ host }) => host === provider)
  const host = hostOf(provider)
  const Condition = {
    StringEquals: builtIn ? { [builtIn.key]: audience } : { [`${host}:aud`]: [audience] },
    ...(builtIn?.label === 'Amazon Cognito'
      ? { 'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' } }
      : {}),
    ...(host === GITHUB
      ? { StringLike: { [`${GITHUB}:sub`]: githubSubject(webIdentity) } }
      : {}),
  }
  return allow({
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: provider },
    Condition,
  })
}

function forSaml({ saml }: TrustForm) {
  const isConsole = saml.access === 'console'
  const attribute = isConsole ? 'SAML:aud' : saml.attribute
  const value = isConsole ? SAML_CONSOLE : saml.value
  return allow({
    Action: 'sts:AssumeRoleWithSAML',
    Principal: { Federated: saml.provider },
    Condition: value ? { StringEquals: { [attribute]: value } } : {},
  })
}

/** As text, indented as the wizard's review shows it. `own` is the account's ID. */
export function trustPolicyText(form: TrustForm, own: string): string {
  if (form.entityType === 'custom') return form.custom.text
  const write = {
    service: forService,
    account: forAccount,
    'web-identity': forWebIdentity,
    saml: forSaml,
  }[form.entityType]
  return JSON.stringify(write(form, own), null, 4)
}
